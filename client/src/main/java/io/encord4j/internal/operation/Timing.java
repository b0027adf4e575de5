package io.encord4j.internal.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Time, and chance, as far as waiting needs them.
 *
 * @param clock tells the time
 * @param sleeper lets it pass
 * @param chance numbers from 0 to 1
 */
public record Timing(Clock clock, Sleeper sleeper, DoubleSupplier chance) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleeper {
        /**
         * Comes back after a while.
         *
         * @param duration how long
         * @throws InterruptedException if the thread is interrupted meanwhile
         */
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * The time of the machine.
     *
     * @return timing for real use
     */
    public static Timing ofSystem() {
        return new Timing(
                Clock.systemUTC(),
                Timing::waitForNothing,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private static void waitForNothing(Duration duration) throws InterruptedException {
        // Nobody opens this latch, so that it only opens by time; an interruption ends it at once.
        boolean opened = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        if (opened) {
            throw new IllegalStateException("A latch that nobody opens has opened");
        }
    }
}
