package io.encord4j;

/** The server does not accept the credential: {@code AUTHENTICATION_ERROR}, or HTTP 401 from a REST call. */
public final class AuthenticationException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public AuthenticationException(ErrorDetails details) {
        super(details);
    }
}
