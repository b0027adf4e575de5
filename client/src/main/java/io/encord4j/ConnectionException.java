package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or the connection broke. Unless {@link #mayHaveBeenReceived()}, nothing was
 * sent.
 */
public final class ConnectionException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public ConnectionException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
