package io.encord4j;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset with its rows.
 *
 * @param title its title; null when the service does not tell
 * @param description its description; null if it has none
 * @param storageLocation where its files are kept; null when the service does not tell
 * @param backingFolderUuid the storage folder behind the dataset; null if it has none, or the service does not tell
 * @param dataRows its rows, in the order in which the service lists them
 */
public record Dataset(
        String datasetHash,
        @Nullable String title,
        @Nullable String description,
        @Nullable StorageLocation storageLocation,
        @Nullable UUID backingFolderUuid,
        List<DataRow> dataRows) {
    /** Keeps a copy of the rows. */
    public Dataset {
        dataRows = List.copyOf(dataRows);
    }
}
