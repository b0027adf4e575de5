package io.encord4j.internal.workflow;

import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.operation.Pacing;
import io.encord4j.internal.operation.PollingOperation;
import io.encord4j.wire.model.WireDataItems;
import io.encord4j.wire.model.WireDicomSeriesItem;
import io.encord4j.wire.model.WireImageGroupItem;
import io.encord4j.wire.model.WireImageItem;
import io.encord4j.wire.model.WireStartUploadJobPayload;
import io.encord4j.wire.model.WireUploadJobPoll;
import io.encord4j.wire.model.WireVideoItem;
import java.time.Duration;
import java.util.List;

/** Jobs that take files into a dataset. */
final class UploadJobs {
    /** How long the service may hold a question about files that were uploaded. */
    static final Duration UPLOAD_HOLD = Duration.ofSeconds(10);

    /** How long the service may hold a question about private files. */
    static final Duration PRIVATE_HOLD = Duration.ofSeconds(60);

    private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofMinutes(3);

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

    Operation<JobResult> follow(String processHash, Duration hold) {
        return new PollingOperation<>(
                processHash,
                time -> ask(processHash, time),
                Pacing.holding(bearable(hold)),
                context.waiting(),
                context.transport()::async);
    }

    private Outcome<JobResult> ask(String processHash, Duration hold) {
        WireUploadJobPoll poll = new WireUploadJobPoll(processHash, Math.toIntExact(hold.toSeconds()));
        return Jobs.outcome(
                processHash,
                context.transport().execute(context.rpc().getUploadJob(Rpc.of(context.datasetHash(), poll))));
    }

    /** A question that is held for longer than the read timeout would look like a failure. */
    private Duration bearable(Duration hold) {
        Duration timeout = context.transport().options().readTimeout().orElse(DEFAULT_READ_TIMEOUT);
        Duration half = timeout.dividedBy(2);
        return timeout.isZero() || half.compareTo(hold) > 0 ? hold : half;
    }

    static WireDataItems videos(List<WireVideoItem> videos) {
        return items(videos, List.of(), List.of(), List.of());
    }

    static WireDataItems images(List<WireImageItem> images) {
        return items(List.of(), List.of(), List.of(), images);
    }

    static WireDataItems imageGroup(WireImageGroupItem group) {
        return items(List.of(), List.of(group), List.of(), List.of());
    }

    static WireDataItems dicomSeries(WireDicomSeriesItem series) {
        return items(List.of(), List.of(), List.of(series), List.of());
    }

    private static WireDataItems items(
            List<WireVideoItem> videos,
            List<WireImageGroupItem> groups,
            List<WireDicomSeriesItem> series,
            List<WireImageItem> images) {
        return new WireDataItems(
                videos, groups, series, images, List.of(), List.of(), List.of(), List.of(), List.of(), false, false);
    }
}
