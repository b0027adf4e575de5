package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.OcrText;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * The storage: what backs the rows of all datasets, and what no row links.
 *
 * @param objects hosted object by key
 * @param items storage item by UUID
 * @param ocrTexts what OCR reads, by image hash; images without an entry get a text made up from their title
 * @param folders where the items lie
 */
public record Files(
        PersistentMap<String, StoredObject> objects,
        PersistentMap<UUID, SharedItem> items,
        PersistentMap<String, List<OcrText>> ocrTexts,
        Folders folders) {

    /** No files. */
    public static final Files NONE = new Files(
            ExtensionsKt.persistentHashMapOf(),
            ExtensionsKt.persistentHashMapOf(),
            ExtensionsKt.persistentHashMapOf(),
            Folders.NONE);

    /** Adds or replaces an object. */
    public Files withObject(StoredObject object) {
        return withObjects(objects.put(object.key(), object));
    }

    /** Replaces all objects. */
    public Files withObjects(PersistentMap<String, StoredObject> changed) {
        return new Files(changed, items, ocrTexts, folders);
    }

    /** Replaces all items. */
    public Files withItems(PersistentMap<UUID, SharedItem> changed) {
        return new Files(objects, changed, ocrTexts, folders);
    }

    /**
     * Replaces all folders.
     *
     * @param changed the folders
     * @return with these folders
     */
    public Files withFolders(Folders changed) {
        return new Files(objects, items, ocrTexts, changed);
    }

    /** Sets what OCR reads. */
    public Files withOcrTexts(String imageHash, List<OcrText> texts) {
        return new Files(objects, items, ocrTexts.put(imageHash, List.copyOf(texts)), folders);
    }

    /** Lists the uploaded bytes. */
    public Stream<Blob> blobs() {
        Stream<Blob> ofObjects = objects.values().stream()
                .map(StoredObject::content)
                .flatMap(Stream::ofNullable)
                .map(StoredObject.Content::blob);
        Stream<Blob> ofItems = items.values().stream()
                .flatMap(shared -> shared.item().content().files().stream())
                .map(StoredFile::blob)
                .flatMap(Stream::ofNullable);
        return Stream.concat(ofObjects, ofItems);
    }

    /** Counts; there can be millions. */
    @Override
    public String toString() {
        return "Files[objects=" + objects.size() + ", items=" + items.size() + "]";
    }
}
