package io.encord4j;

/** The request is larger than the server takes: HTTP 413 from a REST call. */
public final class PayloadTooLargeException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public PayloadTooLargeException(ErrorDetails details) {
        super(details);
    }
}
