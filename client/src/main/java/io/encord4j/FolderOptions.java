package io.encord4j;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a new folder has besides its name. Immutable. */
public final class FolderOptions {
    private static final FolderOptions DEFAULTS = builder().build();

    private final Builder values;

    private FolderOptions(Builder values) {
        this.values = values;
    }

    /** {@return options with the defaults} */
    public static FolderOptions ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the description; null for none} */
    public @Nullable String description() {
        return values.description;
    }

    /** {@return the folder above; null for the top level} */
    public @Nullable UUID parent() {
        return values.parent;
    }

    /** {@return the caller's own data; null for none} */
    public @Nullable Map<String, @Nullable Object> clientMetadata() {
        return values.clientMetadata;
    }

    /** {@return the integration of a cloud-synced folder; null for an ordinary one} */
    public @Nullable UUID integrationUuid() {
        return values.integrationUuid;
    }

    /** {@return the place in the bucket of a cloud-synced folder; null for an ordinary one} */
    public @Nullable String remoteUrl() {
        return values.remoteUrl;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private @Nullable String description;
        private @Nullable UUID parent;
        private @Nullable Map<String, @Nullable Object> clientMetadata;
        private @Nullable UUID integrationUuid;
        private @Nullable String remoteUrl;

        private Builder() {}

        private Builder(Builder other) {
            description = other.description;
            parent = other.parent;
            clientMetadata = other.clientMetadata;
            integrationUuid = other.integrationUuid;
            remoteUrl = other.remoteUrl;
        }

        /**
         * Sets the description.
         *
         * @return this builder
         */
        public Builder description(String description) {
            this.description = Arguments.text(description, "description");
            return this;
        }

        /**
         * Puts the folder into another one, of which the caller must be an administrator.
         *
         * @param parent the folder above
         * @return this builder
         */
        public Builder parent(UUID parent) {
            this.parent = Objects.requireNonNull(parent, "parent");
            return this;
        }

        /**
         * Sets the caller's own data.
         *
         * @param clientMetadata a JSON object: strings, numbers, booleans, nulls, lists and maps
         * @return this builder
         */
        public Builder clientMetadata(Map<String, ? extends @Nullable Object> clientMetadata) {
            this.clientMetadata = Arguments.json(clientMetadata, "clientMetadata");
            return this;
        }

        /**
         * Makes a cloud-synced folder, together with {@link #remoteUrl}: what lies in a bucket becomes its items.
         *
         * @param integrationUuid the integration that reaches the bucket
         * @return this builder
         */
        public Builder integrationUuid(UUID integrationUuid) {
            this.integrationUuid = Objects.requireNonNull(integrationUuid, "integrationUuid");
            return this;
        }

        /**
         * Names the place in the bucket, such as {@code s3://bucket/path/}.
         *
         * @param remoteUrl the place
         * @return this builder
         */
        public Builder remoteUrl(String remoteUrl) {
            this.remoteUrl = Arguments.text(remoteUrl, "remoteUrl");
            return this;
        }

        /** {@return the options set so far} */
        public FolderOptions build() {
            return new FolderOptions(new Builder(this));
        }
    }
}
