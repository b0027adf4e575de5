package io.encord4j;

/**
 * The server does not know this method of the resource: {@code METHOD_NOT_ALLOWED_ERROR}, or HTTP 405 from a REST
 * call.
 */
public final class MethodNotAllowedException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public MethodNotAllowedException(ErrorDetails details) {
        super(details);
    }
}
