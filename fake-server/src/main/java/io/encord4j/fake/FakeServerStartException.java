package io.encord4j.fake;

/** A server could not be started, for example because its port is taken. The message says what to change. */
public final class FakeServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FakeServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
