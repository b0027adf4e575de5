package io.encord4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes to make to a row. What is not set stays as it is.
 *
 * <pre>{@code
 * DataRow row = client.updateDataRow(
 *         dataHash,
 *         DataRowUpdate.builder()
 *                 .clientMetadata(Map.of("camera", "north"))
 *                 .build());
 * }</pre>
 */
public final class DataRowUpdate {
    private static final DataRowUpdate DEFAULTS = builder().build();

    private final Builder values;

    private DataRowUpdate(Builder values) {
        this.values = values;
    }

    /** {@return an update that changes nothing} */
    public static DataRowUpdate ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder that changes nothing} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the changes of this update} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the new title; null to leave it} */
    public @Nullable String title() {
        return values.title;
    }

    /** {@return the new client metadata; null to leave it} */
    public @Nullable Map<String, @Nullable Object> clientMetadata() {
        return values.clientMetadata;
    }

    /** Builds updates. Not thread-safe. */
    public static final class Builder {
        private @Nullable String title;
        private @Nullable Map<String, @Nullable Object> clientMetadata;

        private Builder() {}

        private Builder(Builder other) {
            title = other.title;
            clientMetadata = other.clientMetadata;
        }

        /**
         * Changes the title.
         *
         * @param title the new title
         * @return this builder
         */
        public Builder title(String title) {
            this.title = Arguments.text(title, "title");
            return this;
        }

        /**
         * Replaces the client metadata as a whole.
         *
         * @param clientMetadata a JSON object: strings, numbers, booleans, nulls, lists and maps
         * @return this builder
         * @throws InvalidValueException if it holds what JSON cannot
         */
        public Builder clientMetadata(Map<String, ? extends @Nullable Object> clientMetadata) {
            this.clientMetadata = Arguments.json(clientMetadata, "clientMetadata");
            return this;
        }

        /** {@return an update with the changes set so far} */
        public DataRowUpdate build() {
            return new DataRowUpdate(new Builder(this));
        }
    }
}
