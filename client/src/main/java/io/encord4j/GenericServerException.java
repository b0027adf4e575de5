package io.encord4j;

/** The server answered with an error token that this version does not know; {@link #errorToken()} names it. */
public final class GenericServerException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public GenericServerException(ErrorDetails details) {
        super(details);
    }
}
