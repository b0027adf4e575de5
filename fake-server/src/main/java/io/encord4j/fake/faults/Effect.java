package io.encord4j.fake.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong. */
public sealed interface Effect {

    /**
     * Tells whether the effect makes sense in a phase.
     *
     * @param phase where it would strike
     * @return whether it can be carried out there
     */
    boolean fits(Phase phase);

    /**
     * An error in the service's own words: an envelope on RPC calls, the matching status and message on REST calls.
     *
     * @param token the error token, for example {@code AUTHORISATION_ERROR}
     * @param payload the detail that goes with it, or null
     */
    record ServiceError(String token, @Nullable String payload) implements Effect {
        @Override
        public String toString() {
            return token + (payload == null ? "" : " (" + payload + ")");
        }

        /**
         * Makes an error without a detail.
         *
         * @param token the error token
         */
        public ServiceError(String token) {
            this(token, null);
        }

        @Override
        public boolean fits(Phase phase) {
            return !(phase instanceof Phase.InResponse);
        }
    }

    /**
     * A bare HTTP status with a body that is not the service's, as a proxy would send it.
     *
     * @param status the HTTP status, 400 to 599
     */
    record Status(int status) implements Effect {
        @Override
        public String toString() {
            return "Status " + status;
        }

        /**
         * Checks the status.
         *
         * @param status the HTTP status
         */
        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException(
                        "A fault answers with a status from 400 to 599, not " + status + ".");
            }
        }

        @Override
        public boolean fits(Phase phase) {
            return !(phase instanceof Phase.InResponse);
        }
    }

    /**
     * The service asks to come again later.
     *
     * @param status the HTTP status: 413, 429 or 503
     * @param after when to come again
     */
    record RetryLater(int status, RetryAfter after) implements Effect {
        @Override
        public String toString() {
            return "Status " + status + " with Retry-After " + after;
        }

        /**
         * Checks the status.
         *
         * @param status the HTTP status
         * @param after when to come again
         */
        public RetryLater {
            if (status != 413 && status != 429 && status != 503) {
                throw new IllegalArgumentException(
                        "Retry-After belongs to the statuses 413, 429 and 503, not to " + status + ".");
            }
        }

        @Override
        public boolean fits(Phase phase) {
            return !(phase instanceof Phase.InResponse);
        }
    }

    /**
     * Nothing happens for a while of real time, then the exchange goes on.
     *
     * @param duration how long
     */
    record Delay(Duration duration) implements Effect {
        @Override
        public String toString() {
            return "Delay of " + duration;
        }

        /**
         * Checks the duration.
         *
         * @param duration how long
         */
        public Delay {
            requirePositive(duration);
        }

        @Override
        public boolean fits(Phase phase) {
            return true;
        }
    }

    /** The connection is reset. */
    record Reset() implements Effect {
        @Override
        public String toString() {
            return "Reset";
        }

        @Override
        public boolean fits(Phase phase) {
            return true;
        }
    }

    /** The answer ends too early: its announced length is not reached, and the connection is closed in order. */
    record Truncate() implements Effect {
        @Override
        public String toString() {
            return "Truncated answer";
        }

        @Override
        public boolean fits(Phase phase) {
            return phase instanceof Phase.InResponse;
        }
    }

    /** The body of the answer is not what its media type says. */
    record Malformed() implements Effect {
        @Override
        public String toString() {
            return "Malformed body";
        }

        @Override
        public boolean fits(Phase phase) {
            return !(phase instanceof Phase.InRequestBody);
        }
    }

    /**
     * The answer comes in drops.
     *
     * @param bytesAtOnce how many bytes are sent between two pauses
     * @param pause the real time between them
     */
    record Slow(int bytesAtOnce, Duration pause) implements Effect {
        @Override
        public String toString() {
            return "Answer in pieces of " + bytesAtOnce + " bytes every " + pause;
        }

        /**
         * Checks the values.
         *
         * @param bytesAtOnce how many bytes are sent between two pauses
         * @param pause the real time between them
         */
        public Slow {
            if (bytesAtOnce < 1) {
                throw new IllegalArgumentException("At least one byte is sent at once, not " + bytesAtOnce + ".");
            }
            requirePositive(pause);
        }

        @Override
        public boolean fits(Phase phase) {
            return phase instanceof Phase.InResponse;
        }
    }

    /** The storage calls a signed URL expired though it is not. */
    record ExpiredUrl() implements Effect {
        @Override
        public String toString() {
            return "Expired URL";
        }

        @Override
        public boolean fits(Phase phase) {
            return phase instanceof Phase.BeforeHandling;
        }
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A pause must be longer than zero, not " + duration + ".");
        }
    }
}
