package io.encord4j.fake;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How time passes in a world. It is part of the state, so a restored snapshot brings its time back.
 *
 * @param frozenAt the present if time stands still, else null
 * @param ahead how far running time is ahead of real time; may be negative
 * @param perPoll how far time moves whenever a client asks for a task or job, before the answer is computed
 */
public record ClockSetting(@Nullable Instant frozenAt, Duration ahead, Duration perPoll) {

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Duration FARTHEST = Duration.ofDays(7_900 * 365);

    /** Real time. */
    public static final ClockSetting REAL = new ClockSetting(null, Duration.ZERO, Duration.ZERO);

    /**
     * Checks the step.
     *
     * @param frozenAt the present if time stands still, else null
     * @param ahead how far running time is ahead of real time
     * @param perPoll how far time moves at each poll, not negative
     */
    public ClockSetting {
        if (frozenAt != null && (frozenAt.isBefore(Instant.EPOCH) || !frozenAt.isBefore(END))) {
            throw new IllegalArgumentException(
                    "Time in a world is between 1970 and 9999, as dates on the wire are, not " + frozenAt + ".");
        }
        if (ahead.compareTo(FARTHEST) > 0 || perPoll.compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException(
                    "Time in a world is between 1970 and 9999, as dates on the wire are; it can"
                            + " run ahead of real time, or move at a poll, by " + FARTHEST.toDays() + " days at most.");
        }
        if (perPoll.isNegative()) {
            throw new IllegalArgumentException("Time cannot go back at a poll, but was told to move " + perPoll + ".");
        }
    }

    /**
     * Time that stands still until it is moved.
     *
     * @param at the present
     * @return the setting
     */
    public static ClockSetting frozen(Instant at) {
        return new ClockSetting(at, Duration.ZERO, Duration.ZERO);
    }

    /**
     * Tells the present.
     *
     * @param real the present outside
     * @return the present inside
     */
    public Instant now(Instant real) {
        return frozenAt == null ? real.plus(ahead) : frozenAt;
    }

    /**
     * Moves time.
     *
     * @param step how far
     * @return the setting after it
     */
    public ClockSetting advanced(Duration step) {
        return frozenAt == null
                ? new ClockSetting(null, ahead.plus(step), perPoll)
                : new ClockSetting(frozenAt.plus(step), ahead, perPoll);
    }

    /**
     * Changes the step per poll.
     *
     * @param step how far time moves at each poll
     * @return the setting with this step
     */
    public ClockSetting stepping(Duration step) {
        return new ClockSetting(frozenAt, ahead, step);
    }

    /**
     * Tells whether time passes by itself.
     *
     * @return false if it is frozen
     */
    public boolean runs() {
        return frozenAt == null;
    }

    /**
     * Tells whether polls move time.
     *
     * @return true if the step per poll is not zero
     */
    public boolean stepsPerPoll() {
        return !perPoll.isZero();
    }

    /**
     * Reads a setting from text.
     *
     * @param text {@code real}, {@code frozen}, or a time such as {@code 2026-01-01T00:00:00Z} at which the clock stands;
     *     then, after a comma if at all, a step for each poll such as {@code PT10S}
     * @return the setting
     * @throws IllegalArgumentException if the text is none of these
     */
    public static ClockSetting parse(String text) {
        String[] parts = text.split(",", 2);
        try {
            ClockSetting setting = switch (parts[0]) {
                case "real" -> REAL;
                case "frozen" -> frozen(Clock.systemUTC().instant());
                default -> frozen(Instant.parse(parts[0]));
            };
            return parts.length == 1 ? setting : setting.stepping(Duration.parse(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A clock is real, frozen, or a time such as 2026-01-01T00:00:00Z, and then at most a comma and a step"
                            + " such as PT10S, not " + text + ".",
                    e);
        }
    }
}
