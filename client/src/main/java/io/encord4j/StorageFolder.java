package io.encord4j;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the storage, as it was when the service was asked.
 *
 * @param uuid its id
 * @param parent the folder above; null at the top level
 * @param name its name, which need not be unique; null when the service does not tell
 * @param description its description, perhaps empty; null when the service does not tell
 * @param clientMetadata the caller's own data; null if there is none
 * @param owner the e-mail address or another identifier of its owner; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param lastEditedAt when it last changed itself; its contents do not count; null when the service does not tell
 * @param userRole what the caller may do in it; null when the service does not tell
 * @param syncedDatasetHash the dataset whose rows are the items of this folder; null if there is none
 * @param pathToRoot the folder itself, the one above, and so on to the top level
 */
public record StorageFolder(
        UUID uuid,
        @Nullable UUID parent,
        @Nullable String name,
        @Nullable String description,
        @Nullable Map<String, @Nullable Object> clientMetadata,
        @Nullable String owner,
        @Nullable Instant createdAt,
        @Nullable Instant lastEditedAt,
        @Nullable DatasetUserRole userRole,
        @Nullable UUID syncedDatasetHash,
        List<PathElement> pathToRoot) {
    /**
     * Keeps copies of the metadata and the path.
     *
     * @param uuid its id
     * @param parent the folder above
     * @param name its name; null when the service does not tell
     * @param description its description
     * @param clientMetadata the caller's own data
     * @param owner its owner
     * @param createdAt when it was created
     * @param lastEditedAt when it last changed
     * @param userRole what the caller may do in it
     * @param syncedDatasetHash the dataset that mirrors it
     * @param pathToRoot the way to the top level
     */
    public StorageFolder {
        clientMetadata =
                clientMetadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
        pathToRoot = List.copyOf(pathToRoot);
    }

    /**
     * A folder on the way to the top level.
     *
     * @param uuid its id
     * @param parentUuid the folder above; null at the top level
     * @param name its name; null when the service does not tell
     * @param syncedDatasetHash the dataset whose rows are its items; null if there is none
     */
    public record PathElement(
            UUID uuid,
            @Nullable UUID parentUuid,
            @Nullable String name,
            @Nullable UUID syncedDatasetHash) {}
}
