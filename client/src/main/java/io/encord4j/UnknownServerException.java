package io.encord4j;

/**
 * The server failed, or answered with a status that has no meaning here: {@code UNKNOWN_ERROR}, or a REST status
 * without an error class of its own (201, 409, 422, 500, 503, ...).
 */
public final class UnknownServerException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public UnknownServerException(ErrorDetails details) {
        super(details);
    }
}
