package io.encord4j;

/**
 * The server refused a value of the request: {@code INVALID_ARGUMENTS_ERROR}, or HTTP 400 from a REST call. {@link
 * #serverText()} says which.
 */
public final class InvalidArgumentsException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public InvalidArgumentsException(ErrorDetails details) {
        super(details);
    }
}
