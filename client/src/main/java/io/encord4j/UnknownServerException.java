package io.encord4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server failed, or answered with a status that has no meaning here: {@code UNKNOWN_ERROR}, or a REST status
 * without an error class of its own (201, 409, 422, 500, 503, ...).
 */
public final class UnknownServerException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param retryAfter how long the server asked to wait, or null if it did not say
     */
    public UnknownServerException(ErrorDetails details, @Nullable Duration retryAfter) {
        super(details, retryAfter);
    }
}
