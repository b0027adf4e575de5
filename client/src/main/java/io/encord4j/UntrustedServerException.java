package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The server's TLS certificate is not trusted, or is that of another host. Nothing was sent, and trying again would not
 * help. Often a proxy of the own network answers with its own certificate.
 */
public final class UntrustedServerException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public UntrustedServerException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
