package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.FileOutcome;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An upload that has come to an end. */
public final class FinishedUpload<T extends UploadedData> implements UploadReport<T> {
    private final List<T> created;
    private final List<FileOutcome> files;
    private final Supplier<UploadReport<T>> retry;

    /**
     * Makes a report.
     *
     * @param created the rows that were made
     * @param files the outcome of each file
     * @param retry uploads the rest
     */
    public FinishedUpload(List<T> created, List<FileOutcome> files, Supplier<UploadReport<T>> retry) {
        this.created = List.copyOf(created);
        this.files = List.copyOf(files);
        this.retry = retry;
    }

    @Override
    public List<T> created() {
        return created;
    }

    @Override
    public List<FileOutcome> files() {
        return files;
    }

    @Override
    public UploadReport<T> retryFailed() {
        return isComplete() ? this : retry.get();
    }

    /**
     * Puts files before those of this report.
     *
     * @param earlier their outcomes
     * @return a report of all
     */
    FinishedUpload<T> after(List<FileOutcome> earlier) {
        List<FileOutcome> all = new ArrayList<>(earlier);
        all.addAll(files);
        return new FinishedUpload<>(created, all, retry);
    }

    /**
     * Judges the report.
     *
     * @param tolerateFailures whether failures are tolerated
     * @return this report
     * @throws UploadFailedException if a file has failed and that is not tolerated
     */
    public FinishedUpload<T> judged(boolean tolerateFailures) {
        if (!tolerateFailures && !failed().isEmpty()) {
            throw failure();
        }
        return this;
    }

    /**
     * Judges the report of an upload that was to make a whole.
     *
     * @return this report
     * @throws UploadFailedException if nothing was made
     */
    public FinishedUpload<T> notInVain() {
        if (created.isEmpty()) {
            throw failure();
        }
        return this;
    }

    private UploadFailedException failure() {
        EncordException first = failed().get(0).cause();
        return new UploadFailedException(this, first);
    }

    /**
     * The row of an upload of a single file.
     *
     * @return the row
     * @throws EncordException if the file has failed
     */
    public T single() {
        if (!failed().isEmpty()) {
            throw failed().get(0).cause();
        }
        return created.get(0);
    }

    @Override
    public String toString() {
        return "UploadReport[created=%d, uploaded=%d, skipped=%d, failed=%d, notStarted=%d]"
                .formatted(
                        created.size(),
                        uploaded().size(),
                        skipped().size(),
                        failed().size(),
                        notStarted().size());
    }
}
