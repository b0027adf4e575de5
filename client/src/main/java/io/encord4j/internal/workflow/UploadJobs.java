package io.encord4j.internal.workflow;

import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.UploadOptions;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.operation.Pacing;
import io.encord4j.internal.operation.PollingOperation;
import io.encord4j.wire.model.WireDataItems;
import io.encord4j.wire.model.WireStartUploadJobPayload;
import io.encord4j.wire.model.WireUploadJobPoll;
import io.encord4j.wire.model.WireUploadJobState;
import java.time.Duration;

/** Jobs that take files into a dataset. */
final class UploadJobs {
    /** How long the service may hold a question about files that were uploaded. */
    static final Duration UPLOAD_HOLD = Duration.ofSeconds(10);

    /** How long the service may hold a question about private files. */
    static final Duration PRIVATE_HOLD = Duration.ofSeconds(60);

    private final DatasetContext context;

    UploadJobs(DatasetContext context) {
        this.context = context;
    }

    Operation<JobResult> start(WireStartUploadJobPayload payload, Duration hold) {
        String processHash = context.transport()
                .execute(context.rpc().startUploadJob(Rpc.of(context.datasetHash(), payload)))
                .processHash();
        return follow(processHash, hold);
    }

    /** Begins to take in files that were uploaded. */
    Operation<JobResult> takeIn(WireDataItems items, boolean ignoreErrors, UploadOptions options) {
        return start(
                WireStartUploadJobPayload.builder()
                        .dataItems(items)
                        .ignoreErrors(ignoreErrors)
                        .folderUuid(options.folderUuid())
                        .build(),
                UPLOAD_HOLD);
    }

    Operation<JobResult> follow(String processHash, Duration hold) {
        return new PollingOperation<>(
                processHash,
                (time, limit) -> ask(processHash, time, limit),
                Pacing.holding(bearable(hold)),
                context.waiting(),
                context.transport()::async);
    }

    private Outcome<JobResult> ask(String processHash, Duration hold, Duration limit) {
        WireUploadJobPoll poll = new WireUploadJobPoll(processHash, Math.toIntExact(hold.toSeconds()));
        WireUploadJobState state =
                context.transport().execute(context.rpc().getUploadJob(Rpc.of(context.datasetHash(), poll)), limit);
        return Jobs.outcome(processHash, state, context.transport().redaction()::text);
    }

    /** A question that is held for longer than this client waits for an answer would look like a failure. */
    private Duration bearable(Duration hold) {
        Duration half = context.transport().patience().dividedBy(2);
        return half.compareTo(hold) > 0 ? hold : half;
    }
}
