package io.encord4j;

/**
 * The cloud storage refused to hand out the bytes of a file, with {@link #httpStatus()}; 403 is what an expired
 * signed URL gives.
 */
public final class CloudDownloadException extends CloudStorageException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public CloudDownloadException(ErrorDetails details) {
        super(details);
    }
}
