package io.encord4j;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects the datasets to list: those that meet every condition that is set.
 *
 * <p>The {@code Like} conditions are SQL patterns over the whole text: {@code %} matches any characters, {@code _} exactly one. Times must be
 * in the years 1 to 9999.
 *
 * <pre>{@code
 * DatasetFilter recentBirds = DatasetFilter.builder()
 *         .titleLike("Birds %")
 *         .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
 *         .build();
 * }</pre>
 */
public final class DatasetFilter {
    private static final DatasetFilter DEFAULTS = builder().build();

    private final Builder values;

    private DatasetFilter(Builder values) {
        this.values = values;
    }

    /** {@return a filter that selects every dataset that the caller is a member of} */
    public static DatasetFilter ofDefaults() {
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

    /** {@return the exact title; null for any} */
    public @Nullable String titleEq() {
        return values.titleEq;
    }

    /** {@return the pattern of the title; null for any} */
    public @Nullable String titleLike() {
        return values.titleLike;
    }

    /** {@return the exact description; null for any} */
    public @Nullable String descriptionEq() {
        return values.descriptionEq;
    }

    /** {@return the pattern of the description; null for any} */
    public @Nullable String descriptionLike() {
        return values.descriptionLike;
    }

    /** {@return the time before which a dataset was created, exclusive; null for any} */
    public @Nullable Instant createdBefore() {
        return values.createdBefore;
    }

    /** {@return the time after which a dataset was created, exclusive; null for any} */
    public @Nullable Instant createdAfter() {
        return values.createdAfter;
    }

    /** {@return the time before which a dataset was last edited, exclusive; null for any} */
    public @Nullable Instant editedBefore() {
        return values.editedBefore;
    }

    /** {@return the time after which a dataset was last edited, exclusive; null for any} */
    public @Nullable Instant editedAfter() {
        return values.editedAfter;
    }

    /** {@return whether datasets are included that are only visible through the organisation} */
    public boolean includeOrgAccess() {
        return values.includeOrgAccess;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder {
        private @Nullable String titleEq;
        private @Nullable String titleLike;
        private @Nullable String descriptionEq;
        private @Nullable String descriptionLike;
        private @Nullable Instant createdBefore;
        private @Nullable Instant createdAfter;
        private @Nullable Instant editedBefore;
        private @Nullable Instant editedAfter;
        private boolean includeOrgAccess;

        private Builder() {}

        private Builder(Builder other) {
            titleEq = other.titleEq;
            titleLike = other.titleLike;
            descriptionEq = other.descriptionEq;
            descriptionLike = other.descriptionLike;
            createdBefore = other.createdBefore;
            createdAfter = other.createdAfter;
            editedBefore = other.editedBefore;
            editedAfter = other.editedAfter;
            includeOrgAccess = other.includeOrgAccess;
        }

        /**
         * Selects datasets with this title.
         *
         * @param titleEq the exact title
         * @return this builder
         */
        public Builder titleEq(String titleEq) {
            this.titleEq = Arguments.text(titleEq, "titleEq");
            return this;
        }

        /**
         * Selects datasets whose title matches a pattern.
         *
         * @param titleLike an SQL pattern
         * @return this builder
         */
        public Builder titleLike(String titleLike) {
            this.titleLike = Arguments.text(titleLike, "titleLike");
            return this;
        }

        /**
         * Selects datasets with this description.
         *
         * @param descriptionEq the exact description
         * @return this builder
         */
        public Builder descriptionEq(String descriptionEq) {
            this.descriptionEq = Arguments.text(descriptionEq, "descriptionEq");
            return this;
        }

        /**
         * Selects datasets whose description matches a pattern.
         *
         * @param descriptionLike an SQL pattern
         * @return this builder
         */
        public Builder descriptionLike(String descriptionLike) {
            this.descriptionLike = Arguments.text(descriptionLike, "descriptionLike");
            return this;
        }

        /**
         * Selects datasets created before a time.
         *
         * @param createdBefore the time, exclusive
         * @return this builder
         * @throws InvalidValueException if the time is not in the years 1 to 9999
         */
        public Builder createdBefore(Instant createdBefore) {
            this.createdBefore = Arguments.time(createdBefore, "createdBefore");
            return this;
        }

        /**
         * Selects datasets created after a time.
         *
         * @param createdAfter the time, exclusive
         * @return this builder
         * @throws InvalidValueException if the time is not in the years 1 to 9999
         */
        public Builder createdAfter(Instant createdAfter) {
            this.createdAfter = Arguments.time(createdAfter, "createdAfter");
            return this;
        }

        /**
         * Selects datasets last edited before a time.
         *
         * @param editedBefore the time, exclusive
         * @return this builder
         * @throws InvalidValueException if the time is not in the years 1 to 9999
         */
        public Builder editedBefore(Instant editedBefore) {
            this.editedBefore = Arguments.time(editedBefore, "editedBefore");
            return this;
        }

        /**
         * Selects datasets last edited after a time.
         *
         * @param editedAfter the time, exclusive
         * @return this builder
         * @throws InvalidValueException if the time is not in the years 1 to 9999
         */
        public Builder editedAfter(Instant editedAfter) {
            this.editedAfter = Arguments.time(editedAfter, "editedAfter");
            return this;
        }

        /**
         * Includes datasets that an administrator of the organisation sees without being a member. Not with {@link ApiGeneration#V2022}.
         *
         * @param includeOrgAccess true to include them; false by default
         * @return this builder
         */
        public Builder includeOrgAccess(boolean includeOrgAccess) {
            this.includeOrgAccess = includeOrgAccess;
            return this;
        }

        /** {@return a filter with the conditions set so far} */
        public DatasetFilter build() {
            return new DatasetFilter(new Builder(this));
        }
    }
}
