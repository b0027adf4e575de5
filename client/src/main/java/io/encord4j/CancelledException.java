package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled, or its client was closed meanwhile.
 */
public final class CancelledException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public CancelledException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
