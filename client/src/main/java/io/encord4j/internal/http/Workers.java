package io.encord4j.internal.http;

import io.encord4j.ClientClosedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of a transport, for whatever a caller does not wait for: futures, uploads of several files at once, answers that are
 * read as they arrive. OkHttp's dispatcher has limits and a life that belong to the user's client.
 */
final class Workers implements Executor {

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ThreadPoolExecutor threads;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<Runnable> cancellations = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    Workers() {
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), Worker::new);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /**
     * Runs work whose result can be awaited, or not.
     *
     * @return a future; when it, or one derived from it, is completed before the work has ended, by a cancellation for
     *     instance, the thread that does the work is interrupted
     */
    <T> CompletableFuture<T> async(Supplier<T> work) {
        CompletableFuture<T> result = new CancellingFuture<>(null);
        AtomicBoolean ended = new AtomicBoolean();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                T value = work.get();
                ended.set(true);
                return result.complete(value);
            } catch (Throwable e) {
                ended.set(true);
                return result.completeExceptionally(e);
            }
        });
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> {
            if (!ended.get()) {
                task.cancel(true);
            }
        });
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ClientClosedException());
        }
        return result;
    }

    /** Has something done when the transport closes, until {@link #forget} is called with the same. */
    void onClose(Runnable cancellation) {
        cancellations.add(cancellation);
        if (isClosed()) {
            cancellation.run();
        }
    }

    void forget(Runnable cancellation) {
        cancellations.remove(cancellation);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Opens when the transport closes. */
    CountDownLatch closed() {
        return closed;
    }

    /** Cancels whatever runs, and waits a little for its end; not if called by one of these threads. */
    void close() {
        closed.countDown();
        cancellations.forEach(Runnable::run);
        threads.shutdownNow();
        if (Thread.currentThread() instanceof Worker worker && worker.belongsTo(this)) {
            return;
        }
        try {
            threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Worker extends Thread {

        Worker(Runnable work) {
            super(work, "encord4j-" + number.incrementAndGet());
            setDaemon(true);
        }

        boolean belongsTo(Workers workers) {
            return workers == Workers.this;
        }
    }
}
