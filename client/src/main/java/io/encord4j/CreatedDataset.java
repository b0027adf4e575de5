package io.encord4j;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that was just created.
 *
 * @param datasetHash its hash, with which it is opened
 * @param storageLocation where its files are kept
 * @param userHash the opaque hash of the creator; null when the service does not tell
 * @param backingFolderUuid the storage folder behind the dataset; null if it has none
 */
public record CreatedDataset(
        String datasetHash,
        String title,
        StorageLocation storageLocation,
        @Nullable String userHash,
        @Nullable UUID backingFolderUuid) {}
