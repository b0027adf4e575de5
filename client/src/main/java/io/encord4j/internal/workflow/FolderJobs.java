package io.encord4j.internal.workflow;

import io.encord4j.CloudSyncResult;
import io.encord4j.FolderJobResult;
import io.encord4j.FolderJobResult.AddedItem;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.Operation;
import io.encord4j.OperationFailedException;
import io.encord4j.Outcome;
import io.encord4j.UnitError;
import io.encord4j.internal.operation.Pacing;
import io.encord4j.internal.operation.PollingOperation;
import io.encord4j.wire.model.WireCloudSyncState;
import io.encord4j.wire.model.WireFolderUploadJobState;
import io.encord4j.wire.model.WireItemReEncodeState;
import io.encord4j.wire.model.WireStartFolderUploadJobRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Jobs of the storage: uploads into folders, synchronisations, re-encodings. */
public final class FolderJobs {
    /** The service answers before the clients of anybody give up. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final StorageContext context;

    public FolderJobs(StorageContext context) {
        this.context = context;
    }

    UUID start(UUID folder, WireStartFolderUploadJobRequest request) {
        return context.execute(context.items().startFolderUploadJob(folder, request));
    }

    public Operation<FolderJobResult> upload(UUID folder, UUID job) {
        return follow(job, (hold, limit) -> outcome(job, state(folder, job, hold, limit), FolderJobs::result));
    }

    /** An upload job as the ingestion knows it: what are items here are rows there. */
    Operation<JobResult> ingestion(UUID folder, UUID job) {
        return follow(
                job,
                (hold, limit) -> outcome(job, state(folder, job, hold, limit), (wire, clean) -> {
                    FolderJobResult result = result(wire, clean);
                    return new JobResult(
                            result.items().stream()
                                    .map(item -> new AddedRow(item.itemUuid().toString(), item.name(), item.itemUuid()))
                                    .toList(),
                            result.errors(),
                            result.unitErrors(),
                            result.doneUnits(),
                            result.failedUnits(),
                            result.cancelledUnits());
                }));
    }

    private WireFolderUploadJobState state(UUID folder, UUID job, Duration hold, Duration limit) {
        return context.transport()
                .execute(context.items().getFolderUploadJob(folder, job, Math.toIntExact(hold.toSeconds())), limit);
    }

    private interface Result<T> {
        T of(WireFolderUploadJobState wire, UnaryOperator<String> clean);
    }

    private <T> Outcome<T> outcome(UUID job, WireFolderUploadJobState wire, Result<T> result) {
        UnaryOperator<String> clean = context.transport().redaction()::text;
        String status = wire.status().value();
        return switch (status) {
            case "DONE" -> new Outcome.Done<>(result.of(wire, clean));
            case "ERROR" ->
                new Outcome.Failed<>(new OperationFailedException(
                        job.toString(),
                        present(wire.errors()).stream().map(clean).toList(),
                        unitErrors(wire, clean)));
            case "CANCELLED" -> new Outcome.Cancelled<>(job.toString(), true);
            case "PENDING" -> new Outcome.Pending<>(job.toString(), status);
            default ->
                wire.unitsPendingCount() != null && wire.unitsPendingCount() > 0
                        ? new Outcome.Pending<>(job.toString(), status)
                        : new Outcome.Unknown<>(job.toString(), clean.apply(status));
        };
    }

    private static FolderJobResult result(WireFolderUploadJobState wire, UnaryOperator<String> clean) {
        return new FolderJobResult(
                present(wire.itemsWithNames()).stream()
                        .map(item -> new AddedItem(item.itemUuid(), item.name()))
                        .toList(),
                present(wire.errors()).stream().map(clean).toList(),
                unitErrors(wire, clean),
                Objects.requireNonNullElse(wire.unitsDoneCount(), 0),
                Objects.requireNonNullElse(wire.unitsErrorCount(), 0),
                Objects.requireNonNullElse(wire.unitsCancelledCount(), 0));
    }

    private static List<UnitError> unitErrors(WireFolderUploadJobState wire, UnaryOperator<String> clean) {
        return present(wire.unitErrors()).stream()
                .map(unit -> new UnitError(
                        present(unit.objectUrls()),
                        unit.error() == null ? null : clean.apply(unit.error()),
                        unit.subtaskUuid(),
                        unit.actionDescription()))
                .toList();
    }

    public Operation<CloudSyncResult> sync(UUID folder, UUID job) {
        return follow(job, (hold, limit) -> {
            WireCloudSyncState wire = context.transport()
                    .execute(context.folders().getFolderSync(folder, job, Math.toIntExact(hold.toSeconds())), limit);
            return ended(
                    job,
                    wire.status().value(),
                    () -> new CloudSyncResult(
                            wire.scanPagesProcessingDone(),
                            wire.scanPagesProcessingError(),
                            wire.uploadJobsUnitsDone(),
                            wire.uploadJobsUnitsError()));
        });
    }

    public Operation<List<UUID>> reEncoding(UUID job, Function<WireItemReEncodeState, List<UUID>> result) {
        return new PollingOperation<>(
                job.toString(),
                (hold, limit) -> {
                    WireItemReEncodeState wire =
                            context.transport().execute(context.items().getItemReEncoding(job), limit);
                    return ended(job, wire.status().value(), () -> result.apply(wire));
                },
                Pacing.asking(),
                context.waiting(),
                context.transport()::async);
    }

    private <T> Outcome<T> ended(UUID job, String status, Supplier<T> result) {
        return switch (status) {
            case "done" -> new Outcome.Done<>(result.get());
            case "error" -> new Outcome.Failed<>(new OperationFailedException(job.toString(), List.of(), List.of()));
            case "cancelled" -> new Outcome.Cancelled<>(job.toString(), true);
            case "pending", "submitted" -> new Outcome.Pending<>(job.toString(), status);
            default ->
                new Outcome.Unknown<>(
                        job.toString(), context.transport().redaction().text(status));
        };
    }

    private <T> Operation<T> follow(UUID job, PollingOperation.Question<T> question) {
        Duration half = context.transport().patience().dividedBy(2);
        return new PollingOperation<>(
                job.toString(),
                question,
                Pacing.holding(half.compareTo(HOLD) > 0 ? HOLD : half),
                context.waiting(),
                context.transport()::async);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
