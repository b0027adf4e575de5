package io.encord4j.fake.internal.platform.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place for hosted bytes that a signed URL leads to: promised when the URL was handed out, filled by the upload.
 *
 * @param key names the object, such as {@code cord-data/{dataset or user}/{uuid}}
 * @param kind what the URL was asked for
 * @param itemUuid the storage item that the bytes will back
 * @param dataHash the hash that a row or image made of it gets in 2022
 * @param title the file name that was asked for in 2022, null in 2026
 * @param datasetHash the dataset that the URL was asked for in 2022, null in 2026
 * @param owner hash of the user who asked in 2026, null in 2022
 * @param folder the folder that it is meant for, or null
 * @param content the bytes, or null while they were not sent
 * @param registered whether the image was registered in 2022, so that a group can be made of it
 * @param uses how many storage items use the bytes
 */
public record StoredObject(
        String key,
        UploadKind kind,
        UUID itemUuid,
        String dataHash,
        @Nullable String title,
        @Nullable String datasetHash,
        @Nullable String owner,
        @Nullable UUID folder,
        @Nullable Content content,
        boolean registered,
        int uses) {

    /**
     * Uploaded bytes.
     *
     * @param contentType the header of the upload, or null if it had none
     */
    public record Content(Blob blob, @Nullable String contentType, MediaFacts facts) {}

    /** Fills the object. */
    public StoredObject filledWith(Content sent) {
        return new StoredObject(
                key, kind, itemUuid, dataHash, title, datasetHash, owner, folder, sent, registered, uses);
    }

    /** Registers the image. */
    public StoredObject asRegistered() {
        return new StoredObject(key, kind, itemUuid, dataHash, title, datasetHash, owner, folder, content, true, uses);
    }

    /** Counts uses. */
    public StoredObject used(int more) {
        return new StoredObject(
                key, kind, itemUuid, dataHash, title, datasetHash, owner, folder, content, registered, uses + more);
    }
}
