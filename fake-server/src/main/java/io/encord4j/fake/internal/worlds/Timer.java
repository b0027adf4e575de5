package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.internal.platform.Alarm;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Wakes those who wait for running time. Its thread exists only once somebody waited. */
public final class Timer implements Alarm, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "encord4j-fake-server-alarm");
        thread.setDaemon(true);
        return thread;
    });

    public Timer() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Cancellation after(Duration delay, Runnable task) {
        try {
            Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // Closing has released everybody who waits.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
