package io.encord4j;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Selects the cloud integrations to list: those that match both the ids and the titles. An empty list matches everything. */
public final class CloudIntegrationFilter {
    private static final CloudIntegrationFilter DEFAULTS = builder().build();

    private final Builder values;

    private CloudIntegrationFilter(Builder values) {
        this.values = values;
    }

    /** {@return a filter that selects everything that the caller may use} */
    public static CloudIntegrationFilter ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder without any condition} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the conditions of this filter} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the ids; empty for any} */
    public List<UUID> ids() {
        return values.ids;
    }

    /** {@return the exact titles; empty for any} */
    public List<String> titles() {
        return values.titles;
    }

    /** {@return whether integrations are included that are only visible through the organisation} */
    public boolean includeOrgAccess() {
        return values.includeOrgAccess;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder {
        private List<UUID> ids = List.of();
        private List<String> titles = List.of();
        private boolean includeOrgAccess;

        private Builder() {}

        private Builder(Builder other) {
            ids = other.ids;
            titles = other.titles;
            includeOrgAccess = other.includeOrgAccess;
        }

        /**
         * Selects integrations by id.
         *
         * @return this builder
         */
        public Builder ids(Collection<UUID> ids) {
            this.ids = Arguments.list(ids, "ids");
            return this;
        }

        /**
         * Selects integrations by title.
         *
         * @param titles the exact titles
         * @return this builder
         */
        public Builder titles(Collection<String> titles) {
            this.titles = Arguments.list(titles, "titles");
            return this;
        }

        /**
         * Includes integrations that an administrator of the organisation sees without being a member. Not with {@link ApiGeneration#V2022}.
         *
         * @param includeOrgAccess true to include them; false by default
         * @return this builder
         */
        public Builder includeOrgAccess(boolean includeOrgAccess) {
            this.includeOrgAccess = includeOrgAccess;
            return this;
        }

        /** {@return a filter with the conditions set so far} */
        public CloudIntegrationFilter build() {
            return new CloudIntegrationFilter(new Builder(this));
        }
    }
}
