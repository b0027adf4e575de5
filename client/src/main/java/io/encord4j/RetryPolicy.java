package io.encord4j;

import java.time.Duration;
import java.util.Objects;

/**
 * How often and how patiently a call is tried again.
 *
 * <p>Only calls that the API description marks as repeatable are tried again after their bytes may have reached the server: on HTTP 413, 429,
 * 500, 502 and 503, and when the answer breaks off. A call whose bytes never left is always tried again. There is no wait before the second
 * attempt, then {@code backoffFactor × 2^(n-1)} seconds before the n-th repetition: 0, 3 and 6 s by default, as with the official Python SDK,
 * each changed by up to {@code jitter} at random. A {@code Retry-After} of the server, in seconds or as a date, replaces the computed wait.
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
 */
public final class RetryPolicy {
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);
    private static final RetryPolicy DEFAULTS = builder().build();
    private static final RetryPolicy NEVER = builder().maxAttempts(1).build();

    private final Builder values;

    private RetryPolicy(Builder values) {
        this.values = values;
    }

    /** {@return four attempts, waits of 0, 3 and 6 seconds with a jitter of 20 %, a quarter of an hour in all} */
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
        return NEVER;
    }

    /** {@return a builder with the values of the default policy} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the values of this policy} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return how many times a call is tried in all, at least 1} */
    public int maxAttempts() {
        return values.maxAttempts;
    }

    /** {@return the base of the exponential wait, in seconds} */
    public double backoffFactor() {
        return values.backoffFactor;
    }

    /** {@return the share by which a computed wait varies at random, from 0 to 1} */
    public double jitter() {
        return values.jitter;
    }

    /** {@return the longest computed wait; {@code Retry-After} may ask for more} */
    public Duration maxDelay() {
        return values.maxDelay;
    }

    /** {@return the time after the first attempt at which no other begins} */
    public Duration maxElapsed() {
        return values.maxElapsed;
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
        double millis = backoffFactor() * 1000 * Math.pow(2, repetition - 1);
        return millis >= maxDelay().toMillis() ? maxDelay() : Duration.ofMillis((long) millis);
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxAttempts=%d, backoffFactor=%s, jitter=%s, maxDelay=%s, maxElapsed=%s]"
                .formatted(maxAttempts(), backoffFactor(), jitter(), maxDelay(), maxElapsed());
    }

    /** Builds retry policies. Not thread-safe. */
    public static final class Builder {
        private int maxAttempts = 4;
        private double backoffFactor = 1.5;
        private double jitter = 0.2;
        private Duration maxDelay = Duration.ofMinutes(2);
        private Duration maxElapsed = Duration.ofMinutes(15);

        private Builder() {}

        private Builder(Builder other) {
            maxAttempts = other.maxAttempts;
            backoffFactor = other.backoffFactor;
            jitter = other.jitter;
            maxDelay = other.maxDelay;
            maxElapsed = other.maxElapsed;
        }

        /**
         * Sets how many times a call is tried in all.
         *
         * @param maxAttempts at least 1; 4 by default
         * @return this builder
         * @throws InvalidValueException if it is less than 1
         */
        public Builder maxAttempts(int maxAttempts) {
            require(maxAttempts >= 1, "maxAttempts", maxAttempts, "at least 1");
            this.maxAttempts = maxAttempts;
            return this;
        }

        /**
         * Sets the base of the exponential wait.
         *
         * @param backoffFactor seconds, 0 or more; 1.5 by default
         * @return this builder
         * @throws InvalidValueException if it is negative or not finite
         */
        public Builder backoffFactor(double backoffFactor) {
            require(
                    backoffFactor >= 0 && Double.isFinite(backoffFactor),
                    "backoffFactor",
                    backoffFactor,
                    "0 or a positive number of seconds");
            this.backoffFactor = backoffFactor;
            return this;
        }

        /**
         * Sets the share by which a computed wait varies at random, so that many clients do not come back at once.
         *
         * @param jitter from 0 to 1; 0.2 by default
         * @return this builder
         * @throws InvalidValueException if it is not between 0 and 1
         */
        public Builder jitter(double jitter) {
            require(jitter >= 0 && jitter <= 1, "jitter", jitter, "from 0 to 1");
            this.jitter = jitter;
            return this;
        }

        /**
         * Sets the longest computed wait.
         *
         * @param maxDelay from zero to 365 days; 2 minutes by default
         * @return this builder
         * @throws InvalidValueException if it is out of its range
         */
        public Builder maxDelay(Duration maxDelay) {
            Objects.requireNonNull(maxDelay, "maxDelay");
            require(
                    !maxDelay.isNegative() && maxDelay.compareTo(LONGEST_DELAY) <= 0,
                    "maxDelay",
                    maxDelay,
                    "from zero to 365 days");
            this.maxDelay = maxDelay;
            return this;
        }

        /**
         * Sets how long a call is tried in all. A wait that would end later is not begun.
         *
         * @param maxElapsed zero or more; 15 minutes by default
         * @return this builder
         * @throws InvalidValueException if it is negative
         */
        public Builder maxElapsed(Duration maxElapsed) {
            this.maxElapsed = Arguments.notNegative(maxElapsed, "maxElapsed");
            return this;
        }

        /** {@return a policy with the values set so far} */
        public RetryPolicy build() {
            return new RetryPolicy(new Builder(this));
        }

        private static void require(boolean condition, String name, Object value, String range) {
            if (!condition) {
                throw InvalidValueException.outOfRange(name, value, range);
            }
        }
    }
}
