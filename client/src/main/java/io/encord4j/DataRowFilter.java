package io.encord4j;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to list, and with what. Whatever is set must hold; an empty list of types or hashes matches nothing.
 *
 * <p>{@code titleLike} is an SQL pattern over the whole title: {@code %} stands for any characters, {@code _} for one.
 *
 * <pre>{@code
 * DataRowFilter recentVideos = DataRowFilter.builder()
 *         .dataTypes(DataType.VIDEO)
 *         .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
 *         .build();
 * }</pre>
 *
 * @param titleEq the exact title, or null
 * @param titleLike a pattern for the title, or null
 * @param createdBefore only rows created earlier, or null
 * @param createdAfter only rows created later, or null
 * @param dataTypes only rows of these types, or null
 * @param dataHashes only these rows, or null
 * @param fetchClientMetadata whether the rows come with the caller's own data
 */
public record DataRowFilter(
        @Nullable String titleEq,
        @Nullable String titleLike,
        @Nullable Instant createdBefore,
        @Nullable Instant createdAfter,
        @Nullable List<DataType> dataTypes,
        @Nullable List<String> dataHashes,
        boolean fetchClientMetadata) {
    private static final DataRowFilter ALL = builder().build();

    /**
     * Keeps copies of the lists.
     *
     * @param titleEq the exact title, or null
     * @param titleLike a pattern for the title, or null
     * @param createdBefore only rows created earlier, or null
     * @param createdAfter only rows created later, or null
     * @param dataTypes only rows of these types, or null
     * @param dataHashes only these rows, or null
     * @param fetchClientMetadata whether the rows come with the caller's own data
     */
    public DataRowFilter {
        dataTypes = dataTypes == null ? null : List.copyOf(dataTypes);
        dataHashes = dataHashes == null ? null : List.copyOf(dataHashes);
    }

    /**
     * Every row, without the caller's own data.
     *
     * @return a filter that keeps everything
     */
    public static DataRowFilter all() {
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
        private @Nullable Instant createdBefore;
        private @Nullable Instant createdAfter;
        private @Nullable List<DataType> dataTypes;
        private @Nullable List<String> dataHashes;
        private boolean fetchClientMetadata;

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
         * Only rows created earlier.
         *
         * @param time the first moment that does not count
         * @return this builder
         */
        public Builder createdBefore(Instant time) {
            this.createdBefore = time;
            return this;
        }

        /**
         * Only rows created later.
         *
         * @param time the last moment that does not count
         * @return this builder
         */
        public Builder createdAfter(Instant time) {
            this.createdAfter = time;
            return this;
        }

        /**
         * Only rows of some types.
         *
         * @param types the types; none matches nothing
         * @return this builder
         */
        public Builder dataTypes(DataType... types) {
            this.dataTypes = List.of(types);
            return this;
        }

        /**
         * Only some rows.
         *
         * @param hashes their hashes; none matches nothing
         * @return this builder
         */
        public Builder dataHashes(Collection<String> hashes) {
            this.dataHashes = List.copyOf(hashes);
            return this;
        }

        /**
         * Whether the rows come with the caller's own data. An API key cannot have it.
         *
         * @param fetch true to fetch it
         * @return this builder
         */
        public Builder fetchClientMetadata(boolean fetch) {
            this.fetchClientMetadata = fetch;
            return this;
        }

        /**
         * Makes the filter.
         *
         * @return the filter
         */
        public DataRowFilter build() {
            return new DataRowFilter(
                    titleEq, titleLike, createdBefore, createdAfter, dataTypes, dataHashes, fetchClientMetadata);
        }
    }
}
