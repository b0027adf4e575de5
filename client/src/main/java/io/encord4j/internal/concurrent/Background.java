package io.encord4j.internal.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one client. They come when there is work, go when there has been none for a while, and never keep a program alive. */
public final class Background implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService threads;

    /** Makes an executor without any thread. */
    public Background() {
        AtomicInteger count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "encord4j-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Runs work on a thread of its own.
     *
     * @param work the work; it is interrupted when the future is cancelled
     * @param <T> its result
     * @return the future result
     * @throws java.util.concurrent.RejectedExecutionException if the client is closed
     */
    public <T> CompletableFuture<T> run(Callable<T> work) {
        InterruptibleFuture<T> future = new InterruptibleFuture<>(work);
        threads.execute(future);
        return future;
    }

    /** Interrupts what is still at work, and waits a few seconds for it to end. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Background.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "Work of a closed client does not end; its threads are daemons");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
