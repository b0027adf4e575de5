package io.encord4j;

/** The platform does not take files of this type: {@code FILE_TYPE_NOT_SUPPORTED_ERROR}. */
public final class FileTypeNotSupportedException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public FileTypeNotSupportedException(ErrorDetails details) {
        super(details);
    }
}
