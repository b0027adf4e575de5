package io.encord4j;

import org.jspecify.annotations.Nullable;

/** The server did not answer in time, or the deadline of the whole call passed. */
public final class CallTimeoutException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public CallTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
