package io.encord4j.fake;

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
}
