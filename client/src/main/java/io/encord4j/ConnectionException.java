package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or the connection was lost. Unless {@link #mayHaveBeenReceived()}, nothing was sent. A time-out is a {@link
 * CallTimeoutException}, and a certificate that is not trusted an {@link UntrustedServerException}.
 */
public final class ConnectionException extends CallException {
    /** What went wrong. */
    private final Kind kind;

    /** What went wrong with a connection. */
    public enum Kind {
        /** The name of the host cannot be resolved. */
        UNKNOWN_HOST,
        /** Nothing listens at the host and port, or a firewall refuses. */
        REFUSED,
        /** There is no way to the host. */
        UNREACHABLE,
        /** The two sides do not agree on an encrypted connection. */
        TLS,
        /** The connection was closed or reset during the call. */
        LOST
    }

    /**
     * Creates the error.
     *
     * @param kind what went wrong
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public ConnectionException(Kind kind, ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the kind of failure
     */
    public Kind kind() {
        return kind;
    }
}
