package io.encord4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects the folders to list. Immutable.
 */
public final class FolderFilter {
    private static final FolderFilter DEFAULTS = builder().build();

    private final Builder values;

    private FolderFilter(Builder values) {
        this.values = values;
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
        return new Builder(values);
    }

    /** {@return what names contain; null for anything} */
    public @Nullable String search() {
        return values.search;
    }

    /** {@return whether folders mirror a dataset; null for both} */
    public @Nullable Boolean datasetSynced() {
        return values.datasetSynced;
    }

    /** {@return whether everything of the organisation is listed} */
    public boolean includeOrganisation() {
        return values.includeOrganisation;
    }

    /** {@return what the result is sorted by} */
    public StorageOrder order() {
        return values.order;
    }

    /** {@return whether the order is reversed} */
    public boolean descending() {
        return values.descending;
    }

    /** {@return how many entries one call fetches} */
    public int pageSize() {
        return values.pageSize;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder {
        private @Nullable String search;
        private @Nullable Boolean datasetSynced;
        private boolean includeOrganisation = false;
        private StorageOrder order = StorageOrder.NAME;
        private boolean descending = false;
        private int pageSize = 100;

        private Builder() {}

        private Builder(Builder other) {
            search = other.search;
            datasetSynced = other.datasetSynced;
            includeOrganisation = other.includeOrganisation;
            order = other.order;
            descending = other.descending;
            pageSize = other.pageSize;
        }

        /**
         * Selects by name.
         *
         * @param search what the name contains, in any case of letters
         * @return this builder
         */
        public Builder search(String search) {
            this.search = Objects.requireNonNull(search, "search");
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

        /**
         * Lists everything of the organisation, for its administrators.
         *
         * @param includeOrganisation true for the whole organisation
         * @return this builder
         */
        public Builder includeOrganisation(boolean includeOrganisation) {
            this.includeOrganisation = includeOrganisation;
            return this;
        }

        /**
         * Sorts the result; by name unless told otherwise.
         *
         * @param order what to sort by
         * @return this builder
         */
        public Builder order(StorageOrder order) {
            this.order = Objects.requireNonNull(order, "order");
            return this;
        }

        /**
         * Reverses the order.
         *
         * @param descending true for the last first
         * @return this builder
         */
        public Builder descending(boolean descending) {
            this.descending = descending;
            return this;
        }

        /**
         * Sets how many entries one call fetches; 100 by default. Streams fetch the next page when it is reached.
         *
         * @param pageSize from 1 to 1000
         * @return this builder
         * @throws InvalidValueException if it is out of this range
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = page(pageSize);
            return this;
        }

        private static int page(int size) {
            if (size < 1 || size > 1000) {
                throw InvalidValueException.outOfRange("pageSize", size, "from 1 to 1000");
            }
            return size;
        }

        /** {@return a filter with the conditions set so far} */
        public FolderFilter build() {
            return new FolderFilter(new Builder(this));
        }
    }
}
