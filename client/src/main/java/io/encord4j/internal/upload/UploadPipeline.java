package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.CloudUploadException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.UploadOptions;
import io.encord4j.internal.operation.Background;
import io.encord4j.internal.upload.Sending.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Sends files, a few at a time. */
public final class UploadPipeline {
    private static final int FORBIDDEN = 403;
    private static final int FRESH_URLS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final Storage storage;
    private final Background background;

    /**
     * Makes a pipeline.
     *
     * @param storage sends bytes
     * @param background threads
     */
    public UploadPipeline(Storage storage, Background background) {
        this.storage = storage;
        this.background = background;
    }

    /**
     * Sends files.
     *
     * @param files any number of files
     * @param sending what happens around each
     * @param options how many are sent at once, how often, and whether others are still begun after one has failed
     * @param meter counts the bytes
     * @param <K> what comes with a signed URL
     * @param <R> what a file that was sent is known by
     * @return the outcome of each file, in the same order
     * @throws EncordException if no signed URLs are to be had for the first batch of files, the thread is interrupted, or the
     *     client is closed
     */
    public <K, R> List<Transfer<R>> send(
            List<LocalFile> files, Sending<K, R> sending, UploadOptions options, ProgressMeter meter) {
        Run<K, R> run = new Run<>(files, sending, options, meter);
        if (sending.batch() > 1) {
            run.target(0);
        }
        int workers = Math.min(options.parallelism(), files.size());
        if (workers <= 1) {
            run.work();
        } else {
            workTogether(run, workers);
        }
        return run.outcomes();
    }

    private void workTogether(Run<?, ?> run, int workers) {
        List<Worker> crew = new ArrayList<>(workers);
        CountDownLatch ended = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            crew.add(new Worker(run, ended));
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            run.stop();
            crew.forEach(Worker::cancel);
            letEnd(ended);
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(ErrorDetails.of("The thread was interrupted during an upload."), e);
        }
        // Outcomes are kept in the run; only a bug or a closed client can show here.
        crew.forEach(Worker::join);
    }

    private final class Worker {
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<Boolean> future;

        Worker(Run<?, ?> run, CountDownLatch ended) {
            this.future = background.run(() -> {
                if (!taken.compareAndSet(false, true)) {
                    return false;
                }
                try {
                    run.work();
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

    /** Sockets and files are free when the caller goes on. */
    private static void letEnd(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(UploadPipeline.class.getName())
                        .log(System.Logger.Level.WARNING, "A cancelled upload takes long to let go of its files");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Run<K, R> {
        private final List<LocalFile> files;
        private final List<TargetBatch<K>> targets = new ArrayList<>();
        private final Sending<K, R> sending;
        private final UploadOptions options;
        private final ProgressMeter meter;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicReferenceArray<@Nullable Transfer<R>> outcomes;

        Run(List<LocalFile> files, Sending<K, R> sending, UploadOptions options, ProgressMeter meter) {
            this.files = files;
            this.sending = sending;
            this.options = options;
            this.meter = meter;
            this.outcomes = new AtomicReferenceArray<>(files.size());
            for (int from = 0; from < files.size(); from += sending.batch()) {
                int to = Math.min(from + sending.batch(), files.size());
                targets.add(new TargetBatch<>(files.subList(from, to), sending));
            }
        }

        Target<K> target(int index) {
            return targets.get(index / sending.batch()).of(index % sending.batch());
        }

        void stop() {
            stopped.set(true);
        }

        void work() {
            for (int i = next.getAndIncrement(); i < files.size() && !stopped.get(); i = next.getAndIncrement()) {
                LocalFile file = files.get(i);
                try {
                    outcomes.set(i, new Transfer.Sent<>(file, send(file, target(i))));
                } catch (InterruptedCallException | CancelledException e) {
                    stop();
                    throw e;
                } catch (EncordException e) {
                    outcomes.set(i, new Transfer.Failed<>(file, e));
                    if (!options.tolerateFailures()) {
                        stop();
                    }
                }
            }
        }

        private R send(LocalFile file, Target<K> first) {
            ProgressMeter.FileMeter fileMeter = meter.file();
            Target<K> target = first;
            try {
                for (int urls = 0; ; urls++) {
                    try {
                        FileBody body = new FileBody(file, sending.headers(file), fileMeter);
                        storage.put(target.signedUrl(), body, options.retryPolicy());
                        return sending.sent(file, target.key());
                    } catch (CloudUploadException e) {
                        // What an expired URL gives. A new one costs little; but a storage that refuses new ones too
                        // has other reasons.
                        if (!Integer.valueOf(FORBIDDEN).equals(e.httpStatus()) || urls == FRESH_URLS) {
                            throw e;
                        }
                        target = sending.targets(List.of(file)).get(0);
                    }
                }
            } finally {
                fileMeter.finished();
            }
        }

        List<Transfer<R>> outcomes() {
            List<Transfer<R>> list = new ArrayList<>(files.size());
            for (int i = 0; i < files.size(); i++) {
                Transfer<R> outcome = outcomes.get(i);
                list.add(outcome == null ? new Transfer.NotStarted<>(files.get(i)) : outcome);
            }
            return Collections.unmodifiableList(list);
        }
    }
}
