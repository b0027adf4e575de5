package io.encord4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes in a folder. Immutable; what is not set stays. */
public final class FolderUpdate {
    private static final FolderUpdate DEFAULTS = builder().build();

    private final Builder values;

    private FolderUpdate(Builder values) {
        this.values = values;
    }

    /** {@return an update that changes nothing} */
    public static FolderUpdate ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder of an update that changes nothing} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these changes} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the new name; null to leave it} */
    public @Nullable String name() {
        return values.name;
    }

    /** {@return the new description; null to leave it} */
    public @Nullable String description() {
        return values.description;
    }

    /** {@return the new metadata; null to leave it} */
    public @Nullable Map<String, @Nullable Object> clientMetadata() {
        return values.clientMetadata;
    }

    /** Builds updates. Not thread-safe. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable Map<String, @Nullable Object> clientMetadata;

        private Builder() {}

        private Builder(Builder other) {
            name = other.name;
            description = other.description;
            clientMetadata = other.clientMetadata;
        }

        /**
         * Changes the name.
         *
         * @param name the new name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Arguments.text(name, "name");
            return this;
        }

        /**
         * Changes the description; an empty one removes it.
         *
         * @param description the new description
         * @return this builder
         */
        public Builder description(String description) {
            this.description = Arguments.text(description, "description");
            return this;
        }

        /**
         * Replaces the client metadata as a whole; {@code Map.of()} removes all of it.
         *
         * @param clientMetadata a JSON object: strings, numbers, booleans, nulls, lists and maps
         * @return this builder
         */
        public Builder clientMetadata(Map<String, ? extends @Nullable Object> clientMetadata) {
            this.clientMetadata = Arguments.json(clientMetadata, "clientMetadata");
            return this;
        }

        /** {@return an update with the changes set so far} */
        public FolderUpdate build() {
            return new FolderUpdate(new Builder(this));
        }
    }
}
