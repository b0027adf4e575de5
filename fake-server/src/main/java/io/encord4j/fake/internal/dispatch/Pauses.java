package io.encord4j.fake.internal.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets threads wait in real time, but not longer than the server lives. */
public final class Pauses implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** Makes pauses of one server. */
    public Pauses() {}

    /**
     * Waits.
     *
     * @param duration how long; ends early when the server is closed or the thread is interrupted
     */
    public void pause(Duration duration) {
        try {
            if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all pauses, present and future. */
    @Override
    public void close() {
        closed.countDown();
    }
}
