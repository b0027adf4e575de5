package io.encord4j;

/**
 * The dataset does not take this kind of upload, a private-cloud dataset for instance: {@code
 * UPLOAD_OPERATION_NOT_SUPPORTED_ERROR}.
 */
public final class UploadOperationNotSupportedException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public UploadOperationNotSupportedException(ErrorDetails details) {
        super(details);
    }
}
