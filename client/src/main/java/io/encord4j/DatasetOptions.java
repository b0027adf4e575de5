package io.encord4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of a new dataset. By default it is in Encord's own storage, has no description, and is mirrored by a storage folder. */
public final class DatasetOptions {
    private static final DatasetOptions DEFAULTS = builder().build();

    private final Builder values;

    private DatasetOptions(Builder values) {
        this.values = values;
    }

    /** {@return the default options} */
    public static DatasetOptions ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder with the default options} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return where the files of the dataset are kept} */
    public StorageLocation storageLocation() {
        return values.storageLocation;
    }

    /** {@return the description; null for none} */
    public @Nullable String description() {
        return values.description;
    }

    /** {@return whether a storage folder mirrors the dataset; null for the default of the service, which is to create one} */
    public @Nullable Boolean createBackingFolder() {
        return values.createBackingFolder;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private StorageLocation storageLocation = StorageLocation.CORD_STORAGE;
        private @Nullable String description;
        private @Nullable Boolean createBackingFolder;

        private Builder() {}

        private Builder(Builder other) {
            storageLocation = other.storageLocation;
            description = other.description;
            createBackingFolder = other.createBackingFolder;
        }

        /**
         * Sets where the files of the dataset are kept.
         *
         * @param storageLocation the location; {@link StorageLocation#CORD_STORAGE} by default
         * @return this builder
         */
        public Builder storageLocation(StorageLocation storageLocation) {
            this.storageLocation = Objects.requireNonNull(storageLocation, "storageLocation");
            return this;
        }

        /**
         * Sets the description.
         *
         * @return this builder
         */
        public Builder description(String description) {
            this.description = Arguments.text(description, "description");
            return this;
        }

        /**
         * Sets whether a storage folder mirrors the dataset. Not with {@link ApiGeneration#V2022}.
         *
         * @param createBackingFolder true to create one
         * @return this builder
         */
        public Builder createBackingFolder(boolean createBackingFolder) {
            this.createBackingFolder = createBackingFolder;
            return this;
        }

        /** {@return options with the values set so far} */
        public DatasetOptions build() {
            return new DatasetOptions(new Builder(this));
        }
    }
}
