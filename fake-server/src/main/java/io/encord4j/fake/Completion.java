package io.encord4j.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When long work ends. Whether it has ended is computed from this and its start, never by a thread. */
public sealed interface Completion {

    /** Done as soon as it was started. */
    record Immediately() implements Completion {}

    /**
     * Done when the clock of the world has moved on.
     *
     * @param duration how far, not negative
     */
    record After(Duration duration) implements Completion {

        /**
         * Checks the duration.
         *
         * @param duration how far, not negative
         */
        public After {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("Work cannot last a negative time, but was given " + duration + ".");
            }
        }
    }

    /**
     * The n-th poll finds it done.
     *
     * @param polls n, at least 1
     */
    record AfterPolls(int polls) implements Completion {

        /**
         * Checks the number.
         *
         * @param polls n, at least 1
         */
        public AfterPolls {
            if (polls < 1) {
                throw new IllegalArgumentException("Work ends at poll 1 or later, but was given " + polls + ".");
            }
        }
    }

    /** Lasts until the test ends it. */
    record ByHand() implements Completion {}

    /**
     * Tells when the work ends, if it has.
     *
     * @param start when it was started
     * @param now the present
     * @param pollsSoFar how often it was asked for, the present poll included
     * @return the time of its end, or empty if it still runs
     */
    default Optional<Instant> end(Instant start, Instant now, int pollsSoFar) {
        if (this instanceof Immediately) {
            return Optional.of(start);
        }
        if (this instanceof AfterPolls policy) {
            return pollsSoFar >= policy.polls() ? Optional.of(now) : Optional.empty();
        }
        return due(start).filter(due -> !due.isAfter(now));
    }

    /**
     * Tells when the clock alone will end the work.
     *
     * @param start when it was started
     * @return the time, or empty if time does not end it
     */
    default Optional<Instant> due(Instant start) {
        return this instanceof After policy ? Optional.of(start.plus(policy.duration())) : Optional.empty();
    }
}
