package io.encord4j.internal.http;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Time and chance, so that tests can decide both.
 *
 * @param clock the wall clock, for what is written into requests
 * @param nanoTime a clock that never jumps, for deadlines
 * @param pause how to wait
 * @param random jitter and trace ids; must bear several threads
 */
public record Timing(Clock clock, LongSupplier nanoTime, Pause pause, RandomGenerator random) {

    /** A way to wait. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Waits for a while, or until the latch opens.
         *
         * @throws InterruptedException if the thread is interrupted
         */
        void await(Duration duration, CountDownLatch orUntil) throws InterruptedException;
    }

    /** The time and chance of this machine. */
    public static Timing ofMachine() {
        return new Timing(Clock.systemUTC(), System::nanoTime, Timing::awaitLatch, new SecureRandom());
    }

    private static void awaitLatch(Duration duration, CountDownLatch orUntil) throws InterruptedException {
        orUntil.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
