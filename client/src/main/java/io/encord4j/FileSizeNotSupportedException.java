package io.encord4j;

/** The file is larger than the platform takes: {@code FILE_SIZE_NOT_SUPPORTED_ERROR}. */
public final class FileSizeNotSupportedException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public FileSizeNotSupportedException(ErrorDetails details) {
        super(details);
    }
}
