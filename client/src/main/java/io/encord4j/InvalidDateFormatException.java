package io.encord4j;

/** The server could not read a date of the request: {@code INVALID_DATE_FORMAT_ERROR}. */
public final class InvalidDateFormatException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public InvalidDateFormatException(ErrorDetails details) {
        super(details);
    }
}
