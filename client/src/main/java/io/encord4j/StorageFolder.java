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
 * @param name its name, which need not be unique
 * @param description its description, perhaps empty
 * @param clientMetadata the caller's own data; null if there is none
 * @param owner the e-mail address or another identifier of its owner
 * @param createdAt when it was created
 * @param lastEditedAt when it last changed itself; its contents do not count
 * @param userRole what the caller may do in it
 * @param syncedDatasetHash the dataset whose rows are the items of this folder; null if there is none
 * @param pathToRoot the folder itself, the one above, and so on to the top level
 */
public record StorageFolder(
        UUID uuid,
        @Nullable UUID parent,
        String name,
        String description,
        @Nullable Map<String, @Nullable Object> clientMetadata,
        String owner,
        Instant createdAt,
        Instant lastEditedAt,
        DatasetUserRole userRole,
        @Nullable UUID syncedDatasetHash,
        List<PathElement> pathToRoot) {
    /**
     * Keeps copies of the metadata and the path.
     *
     * @param uuid its id
     * @param parent the folder above
     * @param name its name
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
     * @param name its name
     * @param syncedDatasetHash the dataset whose rows are its items; null if there is none
     */
    public record PathElement(
            UUID uuid,
            @Nullable UUID parentUuid,
            String name,
            @Nullable UUID syncedDatasetHash) {}
}
