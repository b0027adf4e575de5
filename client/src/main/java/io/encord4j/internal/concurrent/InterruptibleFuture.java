package io.encord4j.internal.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A future whose cancellation interrupts the thread that works for it, which {@link CompletableFuture} alone does not do. */
final class InterruptibleFuture<T> extends CompletableFuture<T> implements Runnable {
    private final Callable<T> work;
    private @Nullable Thread worker;

    InterruptibleFuture(Callable<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        synchronized (this) {
            if (isDone()) {
                return;
            }
            worker = Thread.currentThread();
        }
        try {
            complete(work.call());
        } catch (Throwable e) {
            // Whoever holds the future gets it; the thread goes back to its pool.
            completeExceptionally(e);
        } finally {
            synchronized (this) {
                worker = null;
                // An interruption that was meant for this work must not reach the next.
                Thread.interrupted();
            }
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (this) {
            if (cancelled && worker != null) {
                worker.interrupt();
            }
        }
        return cancelled;
    }
}
