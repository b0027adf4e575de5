package io.encord4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Too many requests: HTTP 429. */
public final class RateLimitExceededException extends ServerException {

    /** How long to wait, if the server said so. */
    private final @Nullable Duration retryAfter;

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param retryAfter how long the server asked to wait, or null if it did not say
     */
    public RateLimitExceededException(ErrorDetails details, @Nullable Duration retryAfter) {
        super(details);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the server asked to wait before the next request.
     *
     * @return the time from {@code Retry-After}; null if the server sent none that can be read
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
