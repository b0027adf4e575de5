package io.encord4j;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects the rows to list, those that meet every condition that is set, and what to fetch with them.
 *
 * <p>{@code titleLike} is an SQL pattern over the whole title: {@code %} matches any characters, {@code _} exactly one. Times must be in the
 * years 1 to 9999. An empty list of types or hashes selects nothing.
 *
 * <pre>{@code
 * DataRowFilter recentVideos = DataRowFilter.builder()
 *         .dataTypes(DataType.VIDEO)
 *         .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
 *         .build();
 * }</pre>
 */
public final class DataRowFilter {
    private static final DataRowFilter DEFAULTS = builder().build();

    private final Builder values;

    private DataRowFilter(Builder values) {
        this.values = values;
    }

    /** {@return a filter that selects every row, without client metadata} */
    public static DataRowFilter ofDefaults() {
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

    /** {@return the time before which a row was created, exclusive; null for any} */
    public @Nullable Instant createdBefore() {
        return values.createdBefore;
    }

    /** {@return the time after which a row was created, exclusive; null for any} */
    public @Nullable Instant createdAfter() {
        return values.createdAfter;
    }

    /** {@return the types of the rows; null for any} */
    public @Nullable List<DataType> dataTypes() {
        return values.dataTypes;
    }

    /** {@return the hashes of the rows; null for any} */
    public @Nullable List<String> dataHashes() {
        return values.dataHashes;
    }

    /** {@return whether the client metadata of the rows is fetched} */
    public boolean fetchClientMetadata() {
        return values.fetchClientMetadata;
    }

    /** Builds filters. Not thread-safe. */
    public static final class Builder {
        private @Nullable String titleEq;
        private @Nullable String titleLike;
        private @Nullable Instant createdBefore;
        private @Nullable Instant createdAfter;
        private @Nullable List<DataType> dataTypes;
        private @Nullable List<String> dataHashes;
        private boolean fetchClientMetadata;

        private Builder() {}

        private Builder(Builder other) {
            titleEq = other.titleEq;
            titleLike = other.titleLike;
            createdBefore = other.createdBefore;
            createdAfter = other.createdAfter;
            dataTypes = other.dataTypes;
            dataHashes = other.dataHashes;
            fetchClientMetadata = other.fetchClientMetadata;
        }

        /**
         * Selects rows with this title.
         *
         * @param titleEq the exact title
         * @return this builder
         */
        public Builder titleEq(String titleEq) {
            this.titleEq = Arguments.text(titleEq, "titleEq");
            return this;
        }

        /**
         * Selects rows whose title matches a pattern.
         *
         * @param titleLike an SQL pattern
         * @return this builder
         */
        public Builder titleLike(String titleLike) {
            this.titleLike = Arguments.text(titleLike, "titleLike");
            return this;
        }

        /**
         * Selects rows created before a time.
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
         * Selects rows created after a time.
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
         * Selects rows of certain types.
         *
         * @param dataTypes the types; none selects nothing
         * @return this builder
         */
        public Builder dataTypes(DataType... dataTypes) {
            this.dataTypes = Arguments.list(Arrays.asList(Objects.requireNonNull(dataTypes, "dataTypes")), "dataTypes");
            return this;
        }

        /**
         * Selects certain rows.
         *
         * @param dataHashes their hashes; none selects nothing
         * @return this builder
         */
        public Builder dataHashes(Collection<String> dataHashes) {
            this.dataHashes = Arguments.list(dataHashes, "dataHashes");
            return this;
        }

        /**
         * Fetches the client metadata of the rows, which is not available with an API key.
         *
         * @param fetchClientMetadata true to fetch it; false by default
         * @return this builder
         */
        public Builder fetchClientMetadata(boolean fetchClientMetadata) {
            this.fetchClientMetadata = fetchClientMetadata;
            return this;
        }

        /** {@return a filter with the conditions set so far} */
        public DataRowFilter build() {
            return new DataRowFilter(new Builder(this));
        }
    }
}
