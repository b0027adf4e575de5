package io.encord4j;

/** The client was used after it had been closed, or after the user client that opened it had been. Nothing was sent. */
public final class ClientClosedException extends InputException {
    /** Creates the error. */
    public ClientClosedException() {
        super(ErrorDetails.of("The client is closed.").withRemedy("Open a new one."), null);
    }
}
