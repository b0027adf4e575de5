package io.encord4j;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as it appears in a list.
 *
 * @param datasetHash its hash
 * @param title its title
 * @param description its description, which may be empty
 * @param storageLocation where its files are kept
 * @param createdAt when it was created
 * @param lastEditedAt when it, or one of its rows, last changed
 * @param userRole the caller's role; null for a dataset that is only visible through the organisation
 * @param userHash the opaque hash of the creator; null when the service does not tell
 * @param backingFolderUuid the storage folder behind the dataset; null if it has none, or the service does not tell
 */
public record DatasetSummary(
        String datasetHash,
        String title,
        String description,
        StorageLocation storageLocation,
        Instant createdAt,
        Instant lastEditedAt,
        @Nullable DatasetUserRole userRole,
        @Nullable String userHash,
        @Nullable UUID backingFolderUuid) {}
