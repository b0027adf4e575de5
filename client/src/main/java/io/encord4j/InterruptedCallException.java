package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted; its interrupt flag is set again. What the server did with the call is
 * unknown.
 */
public final class InterruptedCallException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public InterruptedCallException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
