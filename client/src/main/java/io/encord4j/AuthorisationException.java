package io.encord4j;

/** The credential is known but may not do this: {@code AUTHORISATION_ERROR}, or HTTP 403 from a REST call. */
public final class AuthorisationException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public AuthorisationException(ErrorDetails details) {
        super(details);
    }
}
