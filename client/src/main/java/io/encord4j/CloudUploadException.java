package io.encord4j;

/**
 * The cloud storage refused the bytes of a file, with {@link #httpStatus()}; 403 is what an expired signed URL
 * gives.
 */
public final class CloudUploadException extends CloudStorageException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public CloudUploadException(ErrorDetails details) {
        super(details);
    }
}
