package io.encord4j;

import java.time.Duration;

/**
 * How often and how patiently a call is tried again.
 *
 * <p>Only calls that the API description marks as repeatable are tried again after their bytes may have reached the
 * server: on HTTP 413, 429, 500, 502 and 503, and when the answer breaks off. A call whose bytes never left is tried
 * again whatever it does. The wait before attempt 2 is none, then {@code backoffFactor × 2^(n-1)} seconds before the
 * n-th repetition: 0, 3 and 6 s by default, as with the official Python SDK, each stretched or shrunk by up to
 * {@code jitter}. A {@code Retry-After} of the server, in seconds or as a date, takes the place of the computed wait.
 *
 * <pre>{@code
 * ClientOptions patient = ClientOptions.builder()
 *         .domain(ClientOptions.US_DOMAIN)
 *         .retryPolicy(RetryPolicy.builder()
 *                 .maxAttempts(8)
 *                 .maxElapsed(Duration.ofHours(1))
 *                 .build())
 *         .build();
 * }</pre>
 *
 * @param maxAttempts how often a call is tried in all, at least 1
 * @param backoffFactor seconds, the base of the exponential wait
 * @param jitter by which share a computed wait varies at random, from 0 to 1
 * @param maxDelay the longest computed wait; {@code Retry-After} may ask for more
 * @param maxElapsed no attempt begins later than this after the first one began
 */
public record RetryPolicy(
        int maxAttempts, double backoffFactor, double jitter, Duration maxDelay, Duration maxElapsed) {

    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(4, 1.5, 0.2, Duration.ofMinutes(2), Duration.ofMinutes(15));

    /**
     * Checks the values.
     *
     * @param maxAttempts how often a call is tried in all, at least 1
     * @param backoffFactor seconds, the base of the exponential wait
     * @param jitter by which share a computed wait varies at random, from 0 to 1
     * @param maxDelay the longest computed wait
     * @param maxElapsed no attempt begins later than this after the first one began
     * @throws InvalidSettingException if a value is out of its range
     */
    public RetryPolicy {
        require(maxAttempts >= 1, "maxAttempts", maxAttempts, "at least 1");
        require(
                backoffFactor >= 0 && Double.isFinite(backoffFactor),
                "backoffFactor",
                backoffFactor,
                "0 or a positive number of seconds");
        require(jitter >= 0 && jitter <= 1, "jitter", jitter, "between 0 and 1");
        require(!maxDelay.isNegative(), "maxDelay", maxDelay, "zero or a positive duration");
        require(!maxElapsed.isNegative(), "maxElapsed", maxElapsed, "zero or a positive duration");
    }

    /**
     * Four attempts, waits of 0, 3 and 6 seconds with a jitter of 20 %, a quarter of an hour in all.
     *
     * @return the policy that applies if none is set
     */
    public static RetryPolicy ofDefaults() {
        return DEFAULTS;
    }

    /**
     * One attempt. What the server has not acted on does not count as one: a connection that it had closed before, and a signature that it
     * refused because the clocks differ.
     *
     * @return a policy that never repeats a call
     */
    public static RetryPolicy never() {
        return builder().maxAttempts(1).build();
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder(DEFAULTS);
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The wait before a repetition, without jitter.
     *
     * @param repetition 1 for the second attempt, 2 for the third, and so on
     * @return the wait, at most {@link #maxDelay()}
     */
    public Duration delayBefore(int repetition) {
        if (repetition <= 1) {
            return Duration.ZERO;
        }
        double millis = backoffFactor * 1000 * Math.pow(2, repetition - 1);
        return millis >= maxDelay.toMillis() ? maxDelay : Duration.ofMillis((long) millis);
    }

    private static void require(boolean condition, String name, Object value, String range) {
        if (!condition) {
            throw new InvalidSettingException(
                    name, "The retry policy's " + name + " is " + value + ".", "It must be " + range + ".");
        }
    }

    /** Makes retry policies. Not for use by several threads at once. */
    public static final class Builder {

        private int maxAttempts;
        private double backoffFactor;
        private double jitter;
        private Duration maxDelay;
        private Duration maxElapsed;

        private Builder(RetryPolicy start) {
            this.maxAttempts = start.maxAttempts;
            this.backoffFactor = start.backoffFactor;
            this.jitter = start.jitter;
            this.maxDelay = start.maxDelay;
            this.maxElapsed = start.maxElapsed;
        }

        /**
         * How often a call is tried in all.
         *
         * @param attempts at least 1; default 4
         * @return this builder
         */
        public Builder maxAttempts(int attempts) {
            this.maxAttempts = attempts;
            return this;
        }

        /**
         * The base of the exponential wait.
         *
         * @param seconds 0 or more; default 1.5
         * @return this builder
         */
        public Builder backoffFactor(double seconds) {
            this.backoffFactor = seconds;
            return this;
        }

        /**
         * By which share a computed wait varies at random, so that many clients do not come back at once.
         *
         * @param share from 0 to 1; default 0.2
         * @return this builder
         */
        public Builder jitter(double share) {
            this.jitter = share;
            return this;
        }

        /**
         * The longest computed wait.
         *
         * @param delay zero or more; default 2 minutes
         * @return this builder
         */
        public Builder maxDelay(Duration delay) {
            this.maxDelay = delay;
            return this;
        }

        /**
         * How long a call is tried in all. A wait that would end later is not begun.
         *
         * @param elapsed zero or more; default 15 minutes
         * @return this builder
         */
        public Builder maxElapsed(Duration elapsed) {
            this.maxElapsed = elapsed;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return a policy with the values given
         * @throws InvalidSettingException if a value is out of its range
         */
        public RetryPolicy build() {
            return new RetryPolicy(maxAttempts, backoffFactor, jitter, maxDelay, maxElapsed);
        }
    }
}
