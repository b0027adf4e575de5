package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The answer is not what the protocol promises: no JSON, cut off, a missing field, or a success without its
 * result.
 */
public final class MalformedAnswerException extends CallException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public MalformedAnswerException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
