package io.encord4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lists of folders and of items have in common: a search by name, an order, and how many entries one call fetches. */
public abstract sealed class StorageFilter permits FolderFilter, ItemFilter {
    private final @Nullable String search;
    private final boolean includeOrganisation;
    private final StorageOrder order;
    private final boolean descending;
    private final int pageSize;

    StorageFilter(Builder<?> builder) {
        this.search = builder.search;
        this.includeOrganisation = builder.includeOrganisation;
        this.order = builder.order;
        this.descending = builder.descending;
        this.pageSize = builder.pageSize;
    }

    /** {@return what names contain; null for anything} */
    public @Nullable String search() {
        return search;
    }

    /** {@return whether everything of the organisation is listed} */
    public boolean includeOrganisation() {
        return includeOrganisation;
    }

    /** {@return what the result is sorted by} */
    public StorageOrder order() {
        return order;
    }

    /** {@return whether the order is reversed} */
    public boolean descending() {
        return descending;
    }

    /** {@return how many entries one call fetches} */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Builds filters. Not thread-safe.
     *
     * @param <B> the builder itself, which its methods give back
     */
    public abstract static sealed class Builder<B extends Builder<B>> permits FolderFilter.Builder, ItemFilter.Builder {
        private @Nullable String search;
        private boolean includeOrganisation = false;
        private StorageOrder order = StorageOrder.NAME;
        private boolean descending = false;
        private int pageSize = 100;

        Builder() {}

        Builder(StorageFilter other) {
            search = other.search;
            includeOrganisation = other.includeOrganisation;
            order = other.order;
            descending = other.descending;
            pageSize = other.pageSize;
        }

        abstract B self();

        /**
         * Selects by name.
         *
         * @param search what the name contains, in any case of letters
         * @return this builder
         */
        public B search(String search) {
            this.search = Arguments.text(search, "search");
            return self();
        }

        /**
         * Lists everything of the organisation, for its administrators.
         *
         * @param includeOrganisation true for the whole organisation
         * @return this builder
         */
        public B includeOrganisation(boolean includeOrganisation) {
            this.includeOrganisation = includeOrganisation;
            return self();
        }

        /**
         * Sorts the result; by name unless told otherwise.
         *
         * @param order what to sort by
         * @return this builder
         */
        public B order(StorageOrder order) {
            this.order = Objects.requireNonNull(order, "order");
            return self();
        }

        /**
         * Reverses the order.
         *
         * @param descending true for the last first
         * @return this builder
         */
        public B descending(boolean descending) {
            this.descending = descending;
            return self();
        }

        /**
         * Sets how many entries one call fetches; 100 by default. Streams fetch the next page when it is reached.
         *
         * @param pageSize from 1 to 1000
         * @return this builder
         * @throws InvalidValueException if it is out of this range
         */
        public B pageSize(int pageSize) {
            if (pageSize < 1 || pageSize > 1000) {
                throw InvalidValueException.outOfRange("pageSize", pageSize, "from 1 to 1000");
            }
            this.pageSize = pageSize;
            return self();
        }
    }
}
