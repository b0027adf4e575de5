package io.encord4j.fake.internal.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.media.MediaInspector;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.ItemContent;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
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

    /** The item that a file is read for. */
    record Owner(
            Transaction tx, Dataset dataset, FakeDataType type, UUID itemUuid, String rowHash, Instant createdAt) {}

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

    StoredFile readFile(JsonFields fields, Owner owner) {
        // The first file has the hash of its row, as uploads of 2022 have it.
        String name = owner.type() == FakeDataType.DICOM ? owner.tx().newHash() : owner.rowHash();
        StoredFile file = file(fields, owner, name, null);
        fields.end();
        return file;
    }

    GroupImage readImage(JsonFields fields, Owner owner) {
        String hash = SeedValues.hash(fields, "hash", owner.tx());
        String title = Objects.requireNonNullElse(fields.text("title"), hash);
        Instant createdAt = SeedValues.time(fields, "createdAt", owner.createdAt());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        StoredFile file = file(fields, owner, hash, title);
        fields.end();
        return new GroupImage(hash, title, file, createdAt, editedAt);
    }

    private StoredFile file(JsonFields fields, Owner owner, String dataHash, @Nullable String title) {
        String link = fields.text("link");
        String base64 = fields.text("base64");
        String contentType = fields.text("contentType");
        JsonFields generate = fields.object("generate");
        MediaFacts given = facts(fields);
        Long size = fields.numberOrNull("size");
        FakeStorageLocation location = fields.text("location") == null
                ? owner.dataset().location()
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
        String key = link == null ? "cord-data/" + owner.dataset().hash() + "/" + dataHash : link;
        host(owner, key, dataHash, title, new StoredObject.Content(blob, contentType, facts));
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
            Owner owner, String key, String dataHash, @Nullable String title, StoredObject.Content content) {
        Transaction tx = owner.tx();
        PlatformState state = tx.state();
        StoredObject known = state.files().objects().get(key);
        StoredObject object = known == null
                ? new StoredObject(
                        key,
                        kind(owner.type()),
                        owner.itemUuid(),
                        dataHash,
                        title,
                        owner.dataset().hash(),
                        null,
                        content,
                        owner.type() == FakeDataType.IMG_GROUP,
                        1)
                : known.used(1);
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
        return new MediaFacts(
                fields.text("mimeType"),
                fields.smallNumberOrNull("width"),
                fields.smallNumberOrNull("height"),
                fields.decimalOrNull("duration"),
                fields.decimalOrNull("framesPerSecond"),
                fields.text("problem"));
    }

    List<Map<String, @Nullable Object>> write(ItemContent content) {
        if (content instanceof ImageGroup group) {
            return group.images().stream().map(this::write).toList();
        }
        return content.files().stream().map(this::write).toList();
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
        return SeedText.object(
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
    }

    private static String base64(Blob blob) {
        try (InputStream bytes = blob.open(0)) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of a file cannot be exported.", e);
        }
    }
}
