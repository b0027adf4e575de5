package io.encord4j.fake.internal.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.media.MediaInspector;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.DicomFacts;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.ItemContent;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.storage.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files in JSON: a URL in a customer's bucket, or bytes, given in Base64 or made up. Closing gives back the bytes that no
 * world took.
 */
final class SeedFiles implements AutoCloseable {

    private final BlobStore blobs;
    private final List<StoredBlob> stored = new ArrayList<>();
    private final MediaInspector inspector = new MediaInspector();

    /**
     * The item that a file is read for.
     *
     * @param place the dataset or folder that names hosted files
     * @param location where files are that do not say it
     * @param dataset the dataset that knows the uploaded images by their hashes, or null
     * @param fileHash names the first file
     */
    record Owner(
            Transaction tx,
            String place,
            FakeStorageLocation location,
            @Nullable String dataset,
            FakeDataType type,
            UUID itemUuid,
            String fileHash,
            Instant createdAt) {}

    /** A file that is an item, or a part of one. */
    record Part(
            UUID itemUuid,
            String name,
            StoredFile file,
            @Nullable GroupImage image) {}

    SeedFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** The world has taken all bytes so far. */
    void taken() {
        stored.forEach(StoredBlob::handOver);
        stored.clear();
    }

    @Override
    public void close() {
        stored.forEach(StoredBlob::discard);
    }

    /** Reads the file of an item that has only one. */
    StoredFile readFile(JsonFields fields, Owner owner) {
        // The file has the hash of its row, as uploads of 2022 have it.
        StoredFile file = file(fields, owner, owner.itemUuid(), owner.fileHash(), null);
        fields.end();
        return file;
    }

    Part readSlice(JsonFields fields, Owner owner) {
        UUID item = SeedValues.uuid(fields, "itemUuid", owner.tx());
        String hash = owner.tx().newHash();
        String name = Objects.requireNonNullElse(fields.text("itemName"), hash);
        StoredFile file = file(fields, owner, item, hash, null);
        fields.end();
        return new Part(item, name, file, null);
    }

    Part readImage(JsonFields fields, Owner owner) {
        UUID item = SeedValues.uuid(fields, "itemUuid", owner.tx());
        String hash = SeedValues.hash(fields, "hash", owner.tx());
        String title = Objects.requireNonNullElse(fields.text("title"), hash);
        String name = Objects.requireNonNullElse(fields.text("itemName"), title);
        Instant createdAt = SeedValues.time(fields, "createdAt", owner.createdAt());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        StoredFile file = file(fields, owner, item, hash, title);
        fields.end();
        return new Part(item, name, file, new GroupImage(hash, title, file, createdAt, editedAt));
    }

    private StoredFile file(JsonFields fields, Owner owner, UUID item, String dataHash, @Nullable String title) {
        String link = fields.text("link");
        String base64 = fields.text("base64");
        String contentType = fields.text("contentType");
        JsonFields generate = fields.object("generate");
        MediaFacts given = facts(fields);
        Long size = fields.numberOrNull("size");
        FakeStorageLocation location = fields.text("location") == null
                ? owner.location()
                : fields.choice("location", FakeStorageLocation.class);
        byte[] bytes = bytes(fields, base64, generate, owner, dataHash);
        if (bytes == null) {
            if (link == null) {
                throw fields.wrong("link", "a URL; or give the bytes as 'base64' or 'generate'");
            }
            return new StoredFile(location, link, null, size, given);
        }
        Blob blob = store(bytes);
        MediaFacts facts = given.equals(MediaFacts.UNKNOWN) ? inspected(blob) : given;
        String key = link == null ? "cord-data/" + owner.place() + "/" + dataHash : link;
        host(owner, item, key, dataHash, title, new StoredObject.Content(blob, contentType, facts));
        return new StoredFile(FakeStorageLocation.CORD_STORAGE, key, blob, blob.size(), facts);
    }

    private static byte @Nullable [] bytes(
            JsonFields fields, @Nullable String base64, @Nullable JsonFields generate, Owner owner, String dataHash) {
        if (base64 != null) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw fields.refused("base64", "This is not Base64: " + e.getMessage() + ".");
            }
        }
        if (generate == null) {
            return null;
        }
        int width = generate.smallNumber("width", 64);
        int height = generate.smallNumber("height", 48);
        generate.end();
        return switch (owner.type()) {
            case IMAGE, IMG_GROUP -> GeneratedImage.png(width, height, dataHash);
            case PLAIN_TEXT -> ("Text of " + dataHash + "\n").getBytes(UTF_8);
            default -> throw fields.wrong("generate", "left out for " + owner.type() + "; give 'base64' or 'link'");
        };
    }

    private static void host(
            Owner owner, UUID item, String key, String dataHash, @Nullable String title, StoredObject.Content content) {
        Transaction tx = owner.tx();
        PlatformState state = tx.state();
        StoredObject known = state.files().objects().get(key);
        if (known != null) {
            // A second item of the same bytes.
            return;
        }
        StoredObject object = new StoredObject(
                key,
                kind(owner.type()),
                item,
                dataHash,
                title,
                owner.dataset(),
                null,
                null,
                content,
                owner.type() == FakeDataType.IMG_GROUP,
                0);
        tx.become(state.withFiles(state.files().withObject(object)));
    }

    private static UploadKind kind(FakeDataType type) {
        return switch (type) {
            case VIDEO -> UploadKind.VIDEO;
            case IMAGE, IMG_GROUP -> UploadKind.IMAGE;
            case AUDIO -> UploadKind.AUDIO;
            case DICOM, DICOM_STUDY -> UploadKind.DICOM_FILE;
            case NIFTI -> UploadKind.NIFTI;
            case PLAIN_TEXT -> UploadKind.PLAIN_TEXT;
            case PDF -> UploadKind.PDF;
            case GROUP -> UploadKind.GROUP;
            case SCENE -> UploadKind.SCENE;
        };
    }

    private Blob store(byte[] bytes) {
        try {
            StoredBlob blob = blobs.store(new ByteArrayInputStream(bytes));
            stored.add(blob);
            return blob;
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of a seeded file cannot be kept.", e);
        }
    }

    private MediaFacts inspected(Blob blob) {
        try {
            return inspector.factsOf(blob);
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of a seeded file cannot be read back.", e);
        }
    }

    private static MediaFacts facts(JsonFields fields) {
        JsonFields sound = fields.object("sound");
        JsonFields dicom = fields.object("dicom");
        return new MediaFacts(
                fields.text("mimeType"),
                fields.smallNumberOrNull("width"),
                fields.smallNumberOrNull("height"),
                fields.decimalOrNull("duration"),
                fields.decimalOrNull("framesPerSecond"),
                fields.text("problem"),
                sound == null ? null : sound(sound),
                dicom == null ? null : dicom(dicom));
    }

    private static SoundFacts sound(JsonFields fields) {
        SoundFacts facts = new SoundFacts(
                fields.smallNumberOrNull("sampleRate"),
                fields.smallNumberOrNull("bitDepth"),
                fields.text("codec"),
                fields.smallNumberOrNull("channels"));
        fields.end();
        return facts;
    }

    private static DicomFacts dicom(JsonFields fields) {
        DicomFacts facts =
                new DicomFacts(fields.text("instanceUid"), fields.text("studyUid"), fields.text("seriesUid"));
        fields.end();
        return facts;
    }

    /** Writes the files of an item; those of a composed one with the items that they are. */
    List<Map<String, @Nullable Object>> write(PlatformState state, SharedItem item) {
        ItemContent content = item.item().content();
        if (content instanceof StoredFile file) {
            return List.of(write(file));
        }
        List<Map<String, @Nullable Object>> parts = new ArrayList<>();
        for (int i = 0; i < content.files().size(); i++) {
            Map<String, @Nullable Object> json = content instanceof ImageGroup group
                    ? write(group.images().get(i))
                    : write(content.files().get(i));
            SharedItem part = i < item.children().size()
                    ? state.files().items().get(item.children().get(i))
                    : null;
            if (part != null) {
                json.put("itemUuid", part.uuid().toString());
                json.put("itemName", part.about().name());
            }
            parts.add(json);
        }
        return parts;
    }

    private Map<String, @Nullable Object> write(GroupImage image) {
        Map<String, @Nullable Object> json = write(image.file());
        json.put("hash", image.hash());
        json.put("title", image.title());
        json.put("createdAt", image.createdAt().toString());
        json.put("lastEditedAt", image.lastEditedAt().toString());
        return json;
    }

    private Map<String, @Nullable Object> write(StoredFile file) {
        MediaFacts facts = file.facts();
        Blob blob = file.blob();
        Map<String, @Nullable Object> json = SeedText.object(
                "link", file.link(),
                "location", file.location().name(),
                "base64", blob == null ? null : base64(blob),
                "size", file.size(),
                "mimeType", facts.mimeType(),
                "width", facts.width(),
                "height", facts.height(),
                "duration", facts.duration(),
                "framesPerSecond", facts.framesPerSecond(),
                "problem", facts.problem());
        SoundFacts sound = facts.sound();
        if (sound != null) {
            json.put(
                    "sound",
                    SeedText.object(
                            "sampleRate", sound.sampleRate(),
                            "bitDepth", sound.bitDepth(),
                            "codec", sound.codec(),
                            "channels", sound.channels()));
        }
        DicomFacts dicom = facts.dicom();
        if (dicom != null) {
            json.put(
                    "dicom",
                    SeedText.object(
                            "instanceUid", dicom.instanceUid(),
                            "studyUid", dicom.studyUid(),
                            "seriesUid", dicom.seriesUid()));
        }
        return json;
    }

    private static String base64(Blob blob) {
        try (InputStream bytes = blob.open(0)) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of a file cannot be exported.", e);
        }
    }
}
