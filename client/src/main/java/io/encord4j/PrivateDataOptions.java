package io.encord4j;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Options of adding private data. By default one bad entry fails the whole, entries are checked before anything is sent, and the end is awaited
 * for up to seven days.
 */
public final class PrivateDataOptions {
    private static final PrivateDataOptions DEFAULTS = builder().build();

    private final Builder values;

    private PrivateDataOptions(Builder values) {
        this.values = values;
    }

    /** {@return the default options} */
    public static PrivateDataOptions ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder with the default options} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return whether the entries that succeed are added although others fail} */
    public boolean tolerateFailures() {
        return values.tolerateFailures;
    }

    /** {@return the storage folder of the items; null for the one behind the dataset} */
    public @Nullable UUID folder() {
        return values.folder;
    }

    /** {@return how long to wait for the service} */
    public Duration timeout() {
        return values.timeout;
    }

    /** {@return whether entries that break a documented rule are refused before anything is sent} */
    public boolean checkLocally() {
        return values.checkLocally;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private boolean tolerateFailures;
        private @Nullable UUID folder;
        private Duration timeout = Duration.ofDays(7);
        private boolean checkLocally = true;

        private Builder() {}

        private Builder(Builder other) {
            tolerateFailures = other.tolerateFailures;
            folder = other.folder;
            timeout = other.timeout;
            checkLocally = other.checkLocally;
        }

        /**
         * Adds the entries that succeed although others fail. Then the service judges each entry, and only the limits of the whole are checked
         * before it is sent.
         *
         * @param tolerateFailures true to tolerate failures; false by default
         * @return this builder
         */
        public Builder tolerateFailures(boolean tolerateFailures) {
            this.tolerateFailures = tolerateFailures;
            return this;
        }

        /**
         * Puts the storage items into a folder. Needs an SSH key or a bearer token.
         *
         * @param folder the id of the folder
         * @return this builder
         */
        public Builder folder(UUID folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Sets how long to wait for the service.
         *
         * @param timeout zero or more; seven days by default
         * @return this builder
         * @throws InvalidValueException if it is negative
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Arguments.notNegative(timeout, "timeout");
            return this;
        }

        /**
         * Sets whether entries that break a documented rule are refused before anything is sent.
         *
         * @param checkLocally false to leave all checks to the service; true by default
         * @return this builder
         */
        public Builder checkLocally(boolean checkLocally) {
            this.checkLocally = checkLocally;
            return this;
        }

        /** {@return options with the values set so far} */
        public PrivateDataOptions build() {
            return new PrivateDataOptions(new Builder(this));
        }
    }
}
