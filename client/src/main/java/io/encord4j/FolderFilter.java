package io.encord4j;

import org.jspecify.annotations.Nullable;

/** Selects the folders to list. Immutable. */
public final class FolderFilter extends StorageFilter {
    private static final FolderFilter DEFAULTS = builder().build();

    private final @Nullable Boolean datasetSynced;

    private FolderFilter(Builder builder) {
        super(builder);
        this.datasetSynced = builder.datasetSynced;
    }

    /** {@return a filter that selects every folder} */
    public static FolderFilter ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder of a filter that selects every folder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the conditions of this filter} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return whether folders mirror a dataset; null for both} */
    public @Nullable Boolean datasetSynced() {
        return datasetSynced;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder extends StorageFilter.Builder<Builder> {
        private @Nullable Boolean datasetSynced;

        private Builder() {}

        private Builder(FolderFilter other) {
            super(other);
            datasetSynced = other.datasetSynced;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Selects by whether folders mirror a dataset.
         *
         * @param datasetSynced true for folders whose items are the rows of a dataset, false for the others
         * @return this builder
         */
        public Builder datasetSynced(boolean datasetSynced) {
            this.datasetSynced = datasetSynced;
            return this;
        }

        /** {@return a filter with the conditions set so far} */
        public FolderFilter build() {
            return new FolderFilter(this);
        }
    }
}
