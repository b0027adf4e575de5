package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * What else to say when creating a dataset.
 *
 * @param storageLocation where its files are kept
 * @param description its description; null for none
 * @param createBackingFolder whether a storage folder mirrors the dataset; null for the service's default, which is to make one
 */
public record DatasetOptions(
        StorageLocation storageLocation,
        @Nullable String description,
        @Nullable Boolean createBackingFolder) {
    /**
     * A dataset in Encord's own storage, which takes uploads.
     *
     * @return options with nothing else set
     */
    public static DatasetOptions hosted() {
        return in(StorageLocation.CORD_STORAGE);
    }

    /**
     * A dataset in some storage.
     *
     * @param storageLocation where its files are kept
     * @return options with nothing else set
     */
    public static DatasetOptions in(StorageLocation storageLocation) {
        return new DatasetOptions(storageLocation, null, null);
    }

    /**
     * The same, with a description.
     *
     * @param description the description
     * @return a copy
     */
    public DatasetOptions withDescription(String description) {
        return new DatasetOptions(storageLocation, description, createBackingFolder);
    }

    /**
     * The same, with or without a storage folder that mirrors the dataset.
     *
     * @param create true to make one
     * @return a copy
     */
    public DatasetOptions withBackingFolder(boolean create) {
        return new DatasetOptions(storageLocation, description, create);
    }
}
