package io.encord4j.internal.operation;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time, and chance, as far as waiting needs them.
 *
 * @param nanoTime a clock that never jumps, in nanoseconds
 * @param pause lets time pass; throws {@link io.encord4j.InterruptedCallException} if the thread is interrupted meanwhile
 * @param chance numbers from 0 to 1
 */
public record Waiting(LongSupplier nanoTime, Consumer<Duration> pause, DoubleSupplier chance) {
    /**
     * Begins to measure.
     *
     * @return a watch that runs
     */
    public Watch startWatch() {
        return new Watch(nanoTime, nanoTime.getAsLong());
    }

    /**
     * Measures time.
     *
     * @param nanoTime the clock
     * @param start when it was started
     */
    public record Watch(LongSupplier nanoTime, long start) {
        /**
         * The time since the start.
         *
         * @return the time
         */
        public Duration elapsed() {
            return Duration.ofNanos(nanoTime.getAsLong() - start);
        }
    }
}
