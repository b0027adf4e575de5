package io.encord4j;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as it appears in a list.
 *
 * @param title its title; null when the service does not tell
 * @param description its description, which may be empty; null when the service does not tell
 * @param storageLocation where its files are kept; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param lastEditedAt when it, or one of its rows, last changed; null when the service does not tell
 * @param userRole the caller's role; null for a dataset that is only visible through the organisation
 * @param userHash the opaque hash of the creator; null when the service does not tell
 * @param backingFolderUuid the storage folder behind the dataset; null if it has none, or the service does not tell
 */
public record DatasetSummary(
        String datasetHash,
        @Nullable String title,
        @Nullable String description,
        @Nullable StorageLocation storageLocation,
        @Nullable Instant createdAt,
        @Nullable Instant lastEditedAt,
        @Nullable DatasetUserRole userRole,
        @Nullable String userHash,
        @Nullable UUID backingFolderUuid) {}
