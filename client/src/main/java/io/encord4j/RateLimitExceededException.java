package io.encord4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Too many requests: HTTP 429. {@link #retryAfter()} says how long the server asked to wait. */
public final class RateLimitExceededException extends ServerException {
    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param retryAfter how long the server asked to wait, or null if it did not say
     */
    public RateLimitExceededException(ErrorDetails details, @Nullable Duration retryAfter) {
        super(details, retryAfter);
    }
}
