package io.encord4j;

/**
 * Which optional parts to fetch with a single row.
 *
 * @param signedUrl a URL that gives the bytes
 * @param images the images of a group
 * @param imageSignedUrls a URL for each of them
 * @param clientMetadata the caller's own data
 */
public record DataRowExtras(boolean signedUrl, boolean images, boolean imageSignedUrls, boolean clientMetadata) {
    /** Nothing. */
    public static final DataRowExtras NONE = new DataRowExtras(false, false, false, false);

    /** Everything. */
    public static final DataRowExtras ALL = new DataRowExtras(true, true, true, true);

    /**
     * The same, with a URL that gives the bytes.
     *
     * @return a copy
     */
    public DataRowExtras withSignedUrl() {
        return new DataRowExtras(true, images, imageSignedUrls, clientMetadata);
    }

    /**
     * The same, with the images of a group.
     *
     * @param signedUrls whether each of them comes with a URL that gives its bytes
     * @return a copy
     */
    public DataRowExtras withImages(boolean signedUrls) {
        return new DataRowExtras(signedUrl, true, signedUrls, clientMetadata);
    }

    /**
     * The same, with the caller's own data.
     *
     * @return a copy
     */
    public DataRowExtras withClientMetadata() {
        return new DataRowExtras(signedUrl, images, imageSignedUrls, true);
    }
}
