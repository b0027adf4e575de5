package io.encord4j.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread, or the operating system, does. */
public final class Awaiting {

    /**
     * The end of patience. Far above what a machine needs that is busy otherwise, and far below what the thing would take
     * if nobody saw to it: a time-out of the client, or the next garbage collection.
     */
    public static final Duration SOON = Duration.ofSeconds(10);

    private Awaiting() {}

    /** Returns when the condition holds; fails if it does not hold soon. */
    public static void until(BooleanSupplier condition) {
        CountDownLatch never = new CountDownLatch(1);
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            try {
                assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting", e);
            }
        }
    }
}
