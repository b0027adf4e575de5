package io.encord4j.internal.operation;

import java.time.Duration;

/**
 * How often to ask.
 *
 * @param first the pause after the first answer
 * @param growth by which each pause is longer than the one before
 * @param longest the longest pause
 * @param longestHold how long the service may hold a question before it answers; zero if it answers at once
 */
public record Pacing(Duration first, double growth, Duration longest, Duration longestHold) {
    private static final double JITTER = 0.2;

    /**
     * The pace for a service that answers at once: after a second, then less and less often, at last twice a minute.
     *
     * @return the pace
     */
    public static Pacing asking() {
        return new Pacing(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(30), Duration.ZERO);
    }

    /**
     * The pace for a service that holds the question. Pauses are only made when it answers early all the same.
     *
     * @param longestHold how long the service may hold a question
     * @return the pace
     */
    public static Pacing holding(Duration longestHold) {
        return new Pacing(Duration.ofMillis(100), 2, Duration.ofSeconds(10), longestHold);
    }

    Duration next(Duration pause) {
        Duration grown = Duration.ofMillis((long) (pause.toMillis() * growth));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }

    static Duration jittered(Duration pause, double chance) {
        return Duration.ofMillis((long) (pause.toMillis() * (1 - JITTER + 2 * JITTER * chance)));
    }

    /** How long the service may hold the next question, in whole seconds, as the wire wants it. */
    Duration hold(Duration remaining) {
        Duration hold = remaining.compareTo(longestHold) < 0 ? remaining : longestHold;
        return Duration.ofSeconds(hold.toSeconds());
    }
}
