package io.encord4j.internal.workflow;

import io.encord4j.ErrorDetails;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.UploadOptions;
import io.encord4j.internal.upload.GroupUpload;
import io.encord4j.internal.upload.Transfer.Sent;
import io.encord4j.wire.model.WireDataItems;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one thing of many files by a job. A job whose end was not seen is looked after again; there is never a second one beside it.
 *
 * @param <T> what the files become
 */
final class JobCreation<T> implements GroupUpload.Creation<String, T> {
    private final UploadJobs jobs;
    private final UploadOptions options;
    private final Function<List<Sent<String>>, WireDataItems> items;
    private final Function<AddedRow, T> row;
    private @Nullable Operation<JobResult> underWay;

    JobCreation(
            UploadJobs jobs,
            UploadOptions options,
            Function<List<Sent<String>>, WireDataItems> items,
            Function<AddedRow, T> row) {
        this.jobs = jobs;
        this.options = options;
        this.items = items;
        this.row = row;
    }

    @Override
    public synchronized List<T> create(List<Sent<String>> files) {
        Operation<JobResult> job = underWay == null ? jobs.takeIn(items.apply(files), false, options) : underWay;
        underWay = job;
        Outcome<JobResult> outcome = job.await(options.timeout());
        if (outcome.isEnded()) {
            underWay = null;
        }
        List<AddedRow> rows = outcome.orThrow().rows();
        if (rows.isEmpty()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The upload job has ended well, but there is no row in its answer."), null);
        }
        return rows.stream().map(row).toList();
    }

    @Override
    public synchronized boolean isUnderWay() {
        return underWay != null;
    }
}
