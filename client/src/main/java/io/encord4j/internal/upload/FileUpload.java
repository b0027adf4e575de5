package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.EncordException;
import io.encord4j.FileOutcome;
import io.encord4j.InterruptedCallException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import io.encord4j.internal.operation.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Uploads files each of which becomes a row.
 *
 * @param <K> what comes with a signed URL
 * @param <R> what a file that was sent is known by
 * @param <T> what it becomes
 */
public final class FileUpload<K, R, T extends UploadedData> {
    private final UploadPipeline pipeline;
    private final Sending<K, R> sending;
    private final Registration<R> registration;
    private final Class<T> kind;
    private final Waiting waiting;
    private final UploadOptions options;

    /**
     * Turns a batch of files that were sent into rows.
     *
     * @param <R> what a file that was sent is known by
     */
    @FunctionalInterface
    public interface Registration<R> {
        /**
         * Registers the files that were sent.
         *
         * @param transfers what became of the sending of each file
         * @return the final outcome of each, in the same order
         */
        List<FileOutcome> register(List<Transfer<R>> transfers);

        /**
         * Looks once more after registrations whose end was not seen, before anything is sent again.
         *
         * @param earlier the outcomes of an earlier attempt
         * @return what they are now, in the same order
         */
        default List<FileOutcome> lookAgain(List<FileOutcome> earlier) {
            return earlier;
        }

        /**
         * Tells whether the service may still register a file, so that sending it again would bring it in twice.
         *
         * @param outcome the outcome of the file
         * @return true if its end was not seen
         */
        default boolean isUnderWay(FileOutcome outcome) {
            return false;
        }
    }

    /**
     * Makes an upload.
     *
     * @param pipeline sends batches
     * @param sending what happens around each file
     * @param registration what happens after each batch
     * @param kind what files become
     * @param waiting tells the time and lets it pass
     * @param options how to upload
     */
    public FileUpload(
            UploadPipeline pipeline,
            Sending<K, R> sending,
            Registration<R> registration,
            Class<T> kind,
            Waiting waiting,
            UploadOptions options) {
        this.pipeline = pipeline;
        this.sending = sending;
        this.registration = registration;
        this.kind = kind;
        this.waiting = waiting;
        this.options = options;
    }

    /**
     * Uploads.
     *
     * @param files the files
     * @return what became of each
     */
    public FinishedUpload<T> run(List<LocalFile> files) {
        List<FileOutcome> outcomes = new ArrayList<>();
        files.forEach(file -> outcomes.add(new FileOutcome.NotStarted(file.path())));
        return upload(files, outcomes);
    }

    private FinishedUpload<T> upload(List<LocalFile> files, List<FileOutcome> outcomes) {
        List<Integer> open = IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i) instanceof FileOutcome.NotStarted)
                .boxed()
                .toList();
        ProgressMeter meter =
                new ProgressMeter(open.stream().map(files::get).toList(), options.progressListener(), waiting);
        for (int from = 0; from < open.size(); from += Sending.BATCH) {
            List<Integer> batch = open.subList(from, Math.min(from + Sending.BATCH, open.size()));
            List<FileOutcome> results = send(batch.stream().map(files::get).toList(), meter, from == 0);
            boolean failed = false;
            for (int i = 0; i < results.size(); i++) {
                outcomes.set(batch.get(i), results.get(i));
                failed |= results.get(i) instanceof FileOutcome.Failed;
            }
            if (failed && !options.tolerateFailures()) {
                break;
            }
        }
        return report(files, outcomes);
    }

    private List<FileOutcome> send(List<LocalFile> batch, ProgressMeter meter, boolean first) {
        try {
            return registration.register(pipeline.send(batch, sending, options, meter));
        } catch (EncordException e) {
            if (first || e instanceof InterruptedCallException || e instanceof CancelledException) {
                // Nothing to report yet, or nobody who wants a report.
                throw e;
            }
            return batch.stream()
                    .map(file -> (FileOutcome) new FileOutcome.Failed(file.path(), e))
                    .toList();
        }
    }

    private FinishedUpload<T> report(List<LocalFile> files, List<FileOutcome> outcomes) {
        List<T> created = new ArrayList<>();
        for (FileOutcome outcome : outcomes) {
            if (outcome instanceof FileOutcome.Uploaded uploaded) {
                created.add(kind.cast(uploaded.row()));
            }
        }
        return new FinishedUpload<>(created, outcomes, () -> retry(files, outcomes));
    }

    private UploadReport<T> retry(List<LocalFile> files, List<FileOutcome> earlier) {
        List<LocalFile> fresh = new ArrayList<>(files);
        List<FileOutcome> outcomes = new ArrayList<>();
        List<FileOutcome> now = registration.lookAgain(earlier);
        for (int i = 0; i < now.size(); i++) {
            FileOutcome outcome = now.get(i);
            if (isIn(earlier.get(i))) {
                outcomes.add(new FileOutcome.Skipped(outcome.file(), "It was uploaded before."));
            } else if (isIn(outcome) || registration.isUnderWay(outcome)) {
                outcomes.add(outcome);
            } else {
                fresh.set(i, LocalFile.check(outcome.file()));
                outcomes.add(new FileOutcome.NotStarted(outcome.file()));
            }
        }
        return upload(fresh, outcomes).judged(options.tolerateFailures());
    }

    private static boolean isIn(FileOutcome outcome) {
        return outcome instanceof FileOutcome.Uploaded || outcome instanceof FileOutcome.Skipped;
    }
}
