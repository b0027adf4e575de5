package io.encord4j;

/** Selects the optional parts to fetch with a single row. None is fetched by default. */
public final class DataRowExtras {
    private static final DataRowExtras DEFAULTS = builder().build();

    private final Builder values;

    private DataRowExtras(Builder values) {
        this.values = values;
    }

    /** {@return extras that fetch nothing optional} */
    public static DataRowExtras ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder that fetches nothing optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that fetches what these extras do} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return whether a URL of the bytes is fetched} */
    public boolean signedUrl() {
        return values.signedUrl;
    }

    /** {@return whether the images of a group are fetched} */
    public boolean images() {
        return values.images || values.imageSignedUrls;
    }

    /** {@return whether a URL of the bytes of each image is fetched} */
    public boolean imageSignedUrls() {
        return values.imageSignedUrls;
    }

    /** {@return whether the client metadata is fetched} */
    public boolean clientMetadata() {
        return values.clientMetadata;
    }

    /** Builds extras. Not thread-safe. */
    public static final class Builder {
        private boolean signedUrl;
        private boolean images;
        private boolean imageSignedUrls;
        private boolean clientMetadata;

        private Builder() {}

        private Builder(Builder other) {
            signedUrl = other.signedUrl;
            images = other.images;
            imageSignedUrls = other.imageSignedUrls;
            clientMetadata = other.clientMetadata;
        }

        /**
         * Fetches a URL of the bytes.
         *
         * @param signedUrl true to fetch it
         * @return this builder
         */
        public Builder signedUrl(boolean signedUrl) {
            this.signedUrl = signedUrl;
            return this;
        }

        /**
         * Fetches the images of a group.
         *
         * @param images true to fetch them
         * @return this builder
         */
        public Builder images(boolean images) {
            this.images = images;
            return this;
        }

        /**
         * Fetches the images of a group, each with a URL of its bytes.
         *
         * @param imageSignedUrls true to fetch them
         * @return this builder
         */
        public Builder imageSignedUrls(boolean imageSignedUrls) {
            this.imageSignedUrls = imageSignedUrls;
            return this;
        }

        /**
         * Fetches the client metadata.
         *
         * @param clientMetadata true to fetch it
         * @return this builder
         */
        public Builder clientMetadata(boolean clientMetadata) {
            this.clientMetadata = clientMetadata;
            return this;
        }

        /** {@return extras with the parts set so far} */
        public DataRowExtras build() {
            return new DataRowExtras(new Builder(this));
        }
    }
}
