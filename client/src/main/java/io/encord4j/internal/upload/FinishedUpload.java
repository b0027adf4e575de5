package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.FileOutcome;
import io.encord4j.MalformedAnswerException;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadReport;
import io.encord4j.UploadResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An upload that has come to an end. */
public final class FinishedUpload<T extends UploadResult> implements UploadReport<T> {
    private final List<T> created;
    private final List<FileOutcome> files;
    private final Upload<T> upload;
    private final boolean tolerateFailures;

    /** The report of the attempt after this one; guarded by the upload. */
    private @Nullable FinishedUpload<T> next;

    FinishedUpload(List<T> created, List<FileOutcome> files, Upload<T> upload, boolean tolerateFailures) {
        this.created = List.copyOf(created);
        this.files = files;
        this.upload = upload;
        this.tolerateFailures = tolerateFailures;
    }

    @Nullable
    FinishedUpload<T> next() {
        return next;
    }

    void followedBy(FinishedUpload<T> later) {
        this.next = later;
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
        return isComplete() ? this : upload.retry(this).throwIfFailed();
    }

    /**
     * Throws if a file is not in and failures are not tolerated.
     *
     * @return this report
     * @throws UploadFailedException if so
     */
    public FinishedUpload<T> throwIfFailed() {
        Optional<EncordException> first = firstFailure();
        if (!tolerateFailures && first.isPresent()) {
            throw new UploadFailedException(this, first.get());
        }
        return this;
    }

    /**
     * Throws if nothing was made of the files.
     *
     * @return this report
     * @throws UploadFailedException if so
     */
    public FinishedUpload<T> requireCreated() {
        Optional<EncordException> first = firstFailure();
        if (created.isEmpty() && first.isPresent()) {
            throw new UploadFailedException(this, first.get());
        }
        return this;
    }

    private Optional<EncordException> firstFailure() {
        return Stream.concat(
                        failed().stream().map(FileOutcome.Failed::cause),
                        undecided().stream().map(FileOutcome.Undecided::cause))
                .findFirst();
    }

    /**
     * The row of an upload of a single file.
     *
     * @return the row
     * @throws EncordException if the file is not in, or it is not known which row it is
     */
    public T single() {
        Optional<EncordException> failure = firstFailure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (created.isEmpty()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The file is uploaded, but the service does not tell which row it is.")
                            .withRemedy("Look for it in the dataset instead of uploading it again."),
                    null);
        }
        return created.get(0);
    }

    @Override
    public String toString() {
        return "UploadReport[created=%d, uploaded=%d, skipped=%d, failed=%d, undecided=%d, notStarted=%d]"
                .formatted(
                        created.size(),
                        uploaded().size(),
                        skipped().size(),
                        failed().size(),
                        undecided().size(),
                        notStarted().size());
    }
}
