package io.encord4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items in the user's cloud get other URLs, or another integration. Immutable. */
public final class CloudMigration {
    private final Map<String, @Nullable String> byUrl;
    private final Map<UUID, @Nullable String> byItem;
    private final @Nullable UUID fromIntegration;
    private final @Nullable UUID toIntegration;
    private final boolean validateAccess;
    private final boolean skipMissing;

    private CloudMigration(Builder builder) {
        this.byUrl = Collections.unmodifiableMap(new LinkedHashMap<>(builder.byUrl));
        this.byItem = Collections.unmodifiableMap(new LinkedHashMap<>(builder.byItem));
        this.fromIntegration = builder.fromIntegration;
        this.toIntegration = builder.toIntegration;
        this.validateAccess = builder.validateAccess;
        this.skipMissing = builder.skipMissing;
    }

    /** {@return a builder of a migration that changes nothing yet} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the new URLs by the old ones; null keeps a URL} */
    public Map<String, @Nullable String> byUrl() {
        return byUrl;
    }

    /** {@return the new URLs by item; null keeps a URL} */
    public Map<UUID, @Nullable String> byItem() {
        return byItem;
    }

    /** {@return the integration whose items change alone; null for those of all} */
    public @Nullable UUID fromIntegration() {
        return fromIntegration;
    }

    /** {@return the integration that reaches them from now on; null for the same as before} */
    public @Nullable UUID toIntegration() {
        return toIntegration;
    }

    /** {@return whether the service looks first whether the integration can read the new URLs} */
    public boolean validateAccess() {
        return validateAccess;
    }

    /** {@return whether what is not there is left out, and no error} */
    public boolean skipMissing() {
        return skipMissing;
    }

    /** Builds migrations. Not thread-safe. */
    public static final class Builder {
        private final Map<String, @Nullable String> byUrl = new LinkedHashMap<>();
        private final Map<UUID, @Nullable String> byItem = new LinkedHashMap<>();
        private @Nullable UUID fromIntegration;
        private @Nullable UUID toIntegration;
        private boolean validateAccess = false;
        private boolean skipMissing = false;

        private Builder() {}

        /**
         * Gives the items of a URL another one.
         *
         * @param url the URL so far
         * @param newUrl the URL from now on; null keeps it, and changes the integration
         * @return this builder
         */
        public Builder url(String url, @Nullable String newUrl) {
            byUrl.put(Arguments.text(url, "url"), newUrl == null ? null : Arguments.text(newUrl, "newUrl"));
            return this;
        }

        /**
         * Gives an item another URL.
         *
         * @param newUrl the URL from now on; null keeps it, and changes the integration
         * @return this builder
         */
        public Builder item(UUID item, @Nullable String newUrl) {
            byItem.put(Objects.requireNonNull(item, "item"), newUrl == null ? null : Arguments.text(newUrl, "newUrl"));
            return this;
        }

        /**
         * Leaves out items of other integrations.
         *
         * @param integration the integration whose items change
         * @return this builder
         */
        public Builder fromIntegration(UUID integration) {
            this.fromIntegration = Objects.requireNonNull(integration, "integration");
            return this;
        }

        /**
         * Reaches the files by another integration.
         *
         * @param integration the integration from now on
         * @return this builder
         */
        public Builder toIntegration(UUID integration) {
            this.toIntegration = Objects.requireNonNull(integration, "integration");
            return this;
        }

        /**
         * Lets the service look first whether the integration can read the new URLs.
         *
         * @param validateAccess true to look
         * @return this builder
         */
        public Builder validateAccess(boolean validateAccess) {
            this.validateAccess = validateAccess;
            return this;
        }

        /**
         * Leaves out URLs and items that are not there, instead of failing.
         *
         * @param skipMissing true to leave them out
         * @return this builder
         */
        public Builder skipMissing(boolean skipMissing) {
            this.skipMissing = skipMissing;
            return this;
        }

        /** {@return the migration} */
        public CloudMigration build() {
            return new CloudMigration(this);
        }
    }
}
