package io.encord4j;

import java.util.Objects;

/**
 * What to take of a folder of this machine, and as what. What a file is, its first bytes tell, and its name where they tell nothing. Hidden
 * files and folders, and files of other kinds, are left out and reported as skipped. Immutable.
 */
public final class TreeOptions {
    private static final TreeOptions DEFAULTS = builder().build();

    private final Builder values;

    private TreeOptions(Builder values) {
        this.values = values;
    }

    /** Refuses a title, which would be that of every file. */
    static UploadOptions withoutTitle(UploadOptions options) {
        if (Objects.requireNonNull(options, "options").title() != null) {
            throw new InvalidValueException(
                    "title",
                    "The title \"" + options.title() + "\" would be that of every file in the folder.",
                    "Leave it out, or ask for relative titles.");
        }
        return options;
    }

    /** {@return options with the defaults} */
    public static TreeOptions ofDefaults() {
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

    /** {@return whether symbolic links are followed} */
    public boolean followLinks() {
        return values.followLinks;
    }

    /** {@return whether the images of each folder become one group} */
    public boolean imageGroups() {
        return values.imageGroups;
    }

    /** {@return whether titles are paths below the folder} */
    public boolean relativeTitles() {
        return values.relativeTitles;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private boolean followLinks;
        private boolean imageGroups;
        private boolean relativeTitles;

        private Builder() {}

        private Builder(Builder other) {
            followLinks = other.followLinks;
            imageGroups = other.imageGroups;
            relativeTitles = other.relativeTitles;
        }

        /**
         * Whether to follow symbolic links, to files and to folders; by default they are left out. A link to a folder above it is never
         * followed.
         *
         * @param followLinks true to follow them
         * @return this builder
         */
        public Builder followLinks(boolean followLinks) {
            this.followLinks = followLinks;
            return this;
        }

        /**
         * Whether the images that lie directly in a folder become one group, in the order of their names and with the name of the folder for
         * its title. By default each becomes something of its own.
         *
         * @param imageGroups true for groups
         * @return this builder
         */
        public Builder imageGroups(boolean imageGroups) {
            this.imageGroups = imageGroups;
            return this;
        }

        /**
         * Whether titles tell the place: {@code north/gate/1.mp4} for a file, {@code north/gate} for a group. By default they are names alone.
         *
         * @param relativeTitles true for paths below the folder, with slashes on every system
         * @return this builder
         */
        public Builder relativeTitles(boolean relativeTitles) {
            this.relativeTitles = relativeTitles;
            return this;
        }

        /** {@return the options set so far} */
        public TreeOptions build() {
            return new TreeOptions(new Builder(this));
        }
    }
}
