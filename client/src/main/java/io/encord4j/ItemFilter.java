package io.encord4j;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the items to list. Immutable. */
public final class ItemFilter extends StorageFilter {
    private static final ItemFilter DEFAULTS = builder().build();

    private final @Nullable Boolean inDataset;
    private final List<ItemType> itemTypes;
    private final boolean signUrls;

    private ItemFilter(Builder builder) {
        super(builder);
        this.inDataset = builder.inDataset;
        this.itemTypes = builder.itemTypes;
        this.signUrls = builder.signUrls;
    }

    /** {@return a filter that selects every item} */
    public static ItemFilter ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder of a filter that selects every item} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the conditions of this filter} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return whether items are linked to a dataset; null for both} */
    public @Nullable Boolean inDataset() {
        return inDataset;
    }

    /** {@return the types of items; empty for all} */
    public List<ItemType> itemTypes() {
        return itemTypes;
    }

    /** {@return whether items have signed URLs} */
    public boolean signUrls() {
        return signUrls;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder extends StorageFilter.Builder<Builder> {
        private @Nullable Boolean inDataset;
        private List<ItemType> itemTypes = List.of();
        private boolean signUrls = false;

        private Builder() {}

        private Builder(ItemFilter other) {
            super(other);
            inDataset = other.inDataset;
            itemTypes = other.itemTypes;
            signUrls = other.signUrls;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Selects by whether items are linked to a dataset.
         *
         * @param inDataset true for linked items, false for the others
         * @return this builder
         */
        public Builder inDataset(boolean inDataset) {
            this.inDataset = inDataset;
            return this;
        }

        /**
         * Selects by type.
         *
         * @param itemTypes any of these types
         * @return this builder
         */
        public Builder itemTypes(Collection<ItemType> itemTypes) {
            this.itemTypes = Arguments.list(itemTypes, "itemTypes");
            return this;
        }

        /**
         * Fetches a signed URL with each item. They expire; {@link EncordStorage#downloadItem(StorageItem, java.nio.file.Path)} asks for
         * new ones then.
         *
         * @param signUrls true for signed URLs
         * @return this builder
         */
        public Builder signUrls(boolean signUrls) {
            this.signUrls = signUrls;
            return this;
        }

        /** {@return a filter with the conditions set so far} */
        public ItemFilter build() {
            return new ItemFilter(this);
        }
    }
}
