package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.EncordException;
import io.encord4j.FileOutcome;
import io.encord4j.InterruptedCallException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import io.encord4j.internal.operation.Waiting;
import io.encord4j.internal.upload.Transfer.NotStarted;
import io.encord4j.internal.upload.Transfer.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uploads files that together become one thing, or a few.
 *
 * @param <K> what comes with a signed URL
 * @param <R> what a file that was sent is known by
 * @param <T> what they become
 */
public final class GroupUpload<K, R, T extends UploadedData> {
    private final UploadPipeline pipeline;
    private final Sending<K, R> sending;
    private final Creation<R, T> creation;
    private final Waiting waiting;
    private final UploadOptions options;

    /**
     * Makes the whole of files that were sent.
     *
     * @param <R> what a file that was sent is known by
     * @param <T> what they become
     */
    @FunctionalInterface
    public interface Creation<R, T> {
        /**
         * Makes the whole, or waits for what is under way.
         *
         * @param files the files in the order given
         * @return what they became
         */
        List<T> create(List<Sent<R>> files);

        /**
         * Tells whether the service may still be making it, so that asking anew would make it twice.
         *
         * @return true if the end of it was not seen
         */
        default boolean isUnderWay() {
            return false;
        }
    }

    /**
     * Makes an upload.
     *
     * @param pipeline sends batches
     * @param sending what happens around each file
     * @param creation makes the whole of the files that were sent, in the order given
     * @param waiting tells the time and lets it pass
     * @param options how to upload
     */
    public GroupUpload(
            UploadPipeline pipeline,
            Sending<K, R> sending,
            Creation<R, T> creation,
            Waiting waiting,
            UploadOptions options) {
        this.pipeline = pipeline;
        this.sending = sending;
        this.creation = creation;
        this.waiting = waiting;
        this.options = options;
    }

    /**
     * Uploads.
     *
     * @param files the files in order
     * @return what became of each
     */
    public FinishedUpload<T> run(List<LocalFile> files) {
        List<Transfer<R>> transfers = new ArrayList<>();
        for (LocalFile file : files) {
            transfers.add(new NotStarted<>(file));
        }
        return upload(transfers);
    }

    private FinishedUpload<T> upload(List<Transfer<R>> transfers) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            if (!(transfers.get(i) instanceof Sent)) {
                open.add(i);
            }
        }
        boolean complete = send(open, transfers) || options.tolerateFailures();
        return complete ? create(transfers) : report(transfers, List.of(), null);
    }

    private FinishedUpload<T> create(List<Transfer<R>> transfers) {
        List<Sent<R>> sent = sent(transfers);
        if (sent.isEmpty()) {
            return report(transfers, List.of(), null);
        }
        try {
            return report(transfers, creation.create(sent), null);
        } catch (InterruptedCallException | CancelledException e) {
            throw e;
        } catch (EncordException e) {
            // The files are there; a second attempt needs only to make the whole of them.
            return report(transfers, List.of(), e);
        }
    }

    private FinishedUpload<T> report(List<Transfer<R>> transfers, List<T> created, @Nullable EncordException refusal) {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Transfer<R> transfer : transfers) {
            outcomes.add(outcome(transfer, !created.isEmpty(), refusal));
        }
        return new FinishedUpload<>(created, outcomes, () -> retry(transfers, !created.isEmpty()));
    }

    /** Sends what is open; tells whether all of it is there now. */
    private boolean send(List<Integer> open, List<Transfer<R>> transfers) {
        List<LocalFile> files = open.stream().map(i -> transfers.get(i).file()).toList();
        if (files.isEmpty()) {
            return true;
        }
        ProgressMeter meter = new ProgressMeter(files, options.progressListener(), waiting);
        List<Transfer<R>> results = pipeline.send(files, sending, options, meter);
        boolean complete = true;
        for (int i = 0; i < results.size(); i++) {
            transfers.set(open.get(i), results.get(i));
            complete &= results.get(i) instanceof Sent;
        }
        return complete;
    }

    /** A second attempt makes the whole, if the first one did not; else a further one of the rest. */
    private UploadReport<T> retry(List<Transfer<R>> earlier, boolean created) {
        if (creation.isUnderWay()) {
            return create(earlier).judged(options.tolerateFailures());
        }
        List<Transfer<R>> rest = new ArrayList<>();
        List<FileOutcome> skipped = new ArrayList<>();
        for (Transfer<R> transfer : earlier) {
            if (transfer instanceof Sent && created) {
                skipped.add(new FileOutcome.Skipped(transfer.file().path(), "It was uploaded before."));
            } else if (transfer instanceof Sent) {
                rest.add(transfer);
            } else {
                rest.add(new NotStarted<>(LocalFile.check(transfer.file().path())));
            }
        }
        return upload(rest).after(skipped).judged(options.tolerateFailures());
    }

    private List<Sent<R>> sent(List<Transfer<R>> transfers) {
        List<Sent<R>> sent = new ArrayList<>();
        for (Transfer<R> transfer : transfers) {
            if (transfer instanceof Sent<R> success) {
                sent.add(success);
            }
        }
        return sent;
    }

    private static FileOutcome outcome(Transfer<?> transfer, boolean created, @Nullable EncordException refusal) {
        Path file = transfer.file().path();
        if (transfer instanceof Transfer.Failed<?> failed) {
            return new FileOutcome.Failed(file, failed.cause());
        }
        if (transfer instanceof Sent && refusal != null) {
            return new FileOutcome.Failed(file, refusal);
        }
        return transfer instanceof Sent && created
                ? new FileOutcome.Uploaded(file, null)
                : new FileOutcome.NotStarted(file);
    }
}
