package io.encord4j;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets to list. Whatever is set must hold.
 *
 * <p>The {@code Like} filters are SQL patterns over the whole text: {@code %} stands for any characters, {@code _} for one.
 *
 * <pre>{@code
 * DatasetFilter recentBirds = DatasetFilter.builder()
 *         .titleLike("Birds %")
 *         .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
 *         .build();
 * }</pre>
 *
 * @param titleEq the exact title, or null
 * @param titleLike a pattern for the title, or null
 * @param descriptionEq the exact description, or null
 * @param descriptionLike a pattern for the description, or null
 * @param createdBefore only those created earlier, or null
 * @param createdAfter only those created later, or null
 * @param editedBefore only those last changed earlier, or null
 * @param editedAfter only those last changed later, or null
 * @param includeOrgAccess also those that are only visible through the organisation; not with {@link ApiGeneration#V2022}
 */
public record DatasetFilter(
        @Nullable String titleEq,
        @Nullable String titleLike,
        @Nullable String descriptionEq,
        @Nullable String descriptionLike,
        @Nullable Instant createdBefore,
        @Nullable Instant createdAfter,
        @Nullable Instant editedBefore,
        @Nullable Instant editedAfter,
        boolean includeOrgAccess) {
    private static final DatasetFilter ALL = builder().build();

    /**
     * Every dataset of which the caller is a member.
     *
     * @return a filter that keeps everything
     */
    public static DatasetFilter all() {
        return ALL;
    }

    /**
     * Begins a filter.
     *
     * @return a builder that keeps everything
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects conditions. */
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

        /**
         * The exact title.
         *
         * @param title the title
         * @return this builder
         */
        public Builder titleEq(String title) {
            this.titleEq = title;
            return this;
        }

        /**
         * A pattern for the title.
         *
         * @param pattern an SQL pattern
         * @return this builder
         */
        public Builder titleLike(String pattern) {
            this.titleLike = pattern;
            return this;
        }

        /**
         * The exact description.
         *
         * @param description the description
         * @return this builder
         */
        public Builder descriptionEq(String description) {
            this.descriptionEq = description;
            return this;
        }

        /**
         * A pattern for the description.
         *
         * @param pattern an SQL pattern
         * @return this builder
         */
        public Builder descriptionLike(String pattern) {
            this.descriptionLike = pattern;
            return this;
        }

        /**
         * Only those created earlier.
         *
         * @param time the first moment that does not count
         * @return this builder
         */
        public Builder createdBefore(Instant time) {
            this.createdBefore = time;
            return this;
        }

        /**
         * Only those created later.
         *
         * @param time the last moment that does not count
         * @return this builder
         */
        public Builder createdAfter(Instant time) {
            this.createdAfter = time;
            return this;
        }

        /**
         * Only those last changed earlier.
         *
         * @param time the first moment that does not count
         * @return this builder
         */
        public Builder editedBefore(Instant time) {
            this.editedBefore = time;
            return this;
        }

        /**
         * Only those last changed later.
         *
         * @param time the last moment that does not count
         * @return this builder
         */
        public Builder editedAfter(Instant time) {
            this.editedAfter = time;
            return this;
        }

        /**
         * Also those that are only visible through the organisation, for its administrators.
         *
         * @param include true to include them
         * @return this builder
         */
        public Builder includeOrgAccess(boolean include) {
            this.includeOrgAccess = include;
            return this;
        }

        /**
         * Makes the filter.
         *
         * @return the filter
         */
        public DatasetFilter build() {
            return new DatasetFilter(
                    titleEq,
                    titleLike,
                    descriptionEq,
                    descriptionLike,
                    createdBefore,
                    createdAfter,
                    editedBefore,
                    editedAfter,
                    includeOrgAccess);
        }
    }
}
