package io.encord4j.fake.faults;

import java.time.Duration;
import java.time.Instant;

/** When a client is told to come again. */
public sealed interface RetryAfter {

    /**
     * A number of seconds.
     *
     * @param seconds the number
     */
    record Seconds(long seconds) implements RetryAfter {
        @Override
        public String toString() {
            return String.valueOf(seconds);
        }
    }

    /**
     * A date, reckoned from the world's time when the fault fires.
     *
     * @param delay how long from then; sent as an HTTP date in whole seconds
     */
    record DateAfter(Duration delay) implements RetryAfter {
        @Override
        public String toString() {
            return "a date in " + delay;
        }
    }

    /**
     * A fixed date.
     *
     * @param date the date, sent as an HTTP date in whole seconds
     */
    record Date(Instant date) implements RetryAfter {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /**
     * Text that is neither a number nor a date.
     *
     * @param text the header's value
     */
    record Garbage(String text) implements RetryAfter {
        @Override
        public String toString() {
            return text;
        }
    }

    /** No word about it: the header is left out. */
    record Unsaid() implements RetryAfter {
        @Override
        public String toString() {
            return "left out";
        }
    }
}
