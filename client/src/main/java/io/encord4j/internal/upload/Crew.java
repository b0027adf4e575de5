package io.encord4j.internal.upload;

import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.internal.operation.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Threads of the client that work together on one thing, and end together. */
final class Crew {
    private static final long PATIENCE_SECONDS = 5;

    private final Background background;

    Crew(Background background) {
        this.background = background;
    }

    /**
     * Runs each piece of work on a thread of its own, and waits until all of them have come to an end.
     *
     * @param stop makes the work end soon; called when this thread is interrupted
     * @throws InterruptedCallException if this thread is interrupted; then sockets and files of the others are free again
     */
    void run(List<Runnable> work, Runnable stop) {
        List<Worker> crew = new ArrayList<>(work.size());
        CountDownLatch ended = new CountDownLatch(work.size());
        work.forEach(piece -> crew.add(new Worker(background, piece, ended)));
        try {
            ended.await();
        } catch (InterruptedException e) {
            stop.run();
            crew.forEach(Worker::cancel);
            letEnd(ended);
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(ErrorDetails.of("The thread was interrupted during an upload."), e);
        }
        crew.forEach(Worker::join);
    }

    private static void letEnd(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Crew.class.getName())
                        .log(System.Logger.Level.WARNING, "A cancelled upload takes long to let go of its files");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Worker {
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<Boolean> future;

        Worker(Background background, Runnable work, CountDownLatch ended) {
            this.future = background.run(() -> {
                if (!taken.compareAndSet(false, true)) {
                    return false;
                }
                try {
                    work.run();
                    return true;
                } finally {
                    ended.countDown();
                }
            });
            // Work that is cancelled before it has begun, or refused by a closed client, never runs.
            CompletableFuture<Boolean> unused = future.whenComplete((done, failure) -> {
                if (taken.compareAndSet(false, true)) {
                    ended.countDown();
                }
            });
        }

        void cancel() {
            future.cancel(true);
        }

        void join() {
            try {
                future.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e;
            }
        }
    }
}
