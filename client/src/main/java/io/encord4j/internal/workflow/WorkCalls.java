package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.InvalidValueException;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.ReEncodeResult;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.internal.operation.EndedOperation;
import io.encord4j.internal.operation.Pacing;
import io.encord4j.internal.operation.PollingOperation;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.wire.model.WireAddPrivateDataPayload;
import io.encord4j.wire.model.WireReEncodePayload;
import io.encord4j.wire.model.WireReEncodeState;
import io.encord4j.wire.model.WireStartUploadJobPayload;
import java.util.List;
import java.util.UUID;
import retrofit2.Call;

/** Private data, upload jobs and re-encodings of one dataset. With an API key, private data is added by a single call. */
public final class WorkCalls {
    private final DatasetContext context;
    private final UploadJobs jobs;

    public WorkCalls(DatasetContext context) {
        this.context = context;
        this.jobs = new UploadJobs(context);
    }

    public List<CloudIntegration> getCloudIntegrations() {
        return context.hasApiKey()
                ? context.execute(context.rpc().listCloudIntegrationsRpc(Rpc.nothing())).stream()
                        .map(Listings::integration)
                        .toList()
                : context.execute(context.rest().listCloudIntegrations(null, null, null)).result().stream()
                        .map(Listings::integration)
                        .toList();
    }

    public Operation<JobResult> addPrivateData(
            String integrationId, PrivateFileList files, PrivateDataOptions options) {
        if (context.hasApiKey()) {
            if (options.folder() != null) {
                context.refuseApiKey("A storage folder");
            }
            WireAddPrivateDataPayload payload =
                    new WireAddPrivateDataPayload(files.files(), integrationId, options.tolerateFailures());
            return new EndedOperation<>(
                    "synchronous",
                    Jobs.result(context.execute(context.rpc().addPrivateData(Rpc.of(context.datasetHash(), payload)))));
        }
        return jobs.start(
                WireStartUploadJobPayload.builder()
                        .files(files.files())
                        .integrationId(uuid(integrationId))
                        .ignoreErrors(options.tolerateFailures())
                        .folderUuid(options.folder())
                        .fileName(files.fileName())
                        .build(),
                UploadJobs.PRIVATE_HOLD);
    }

    private static UUID uuid(String integrationId) {
        try {
            return UUID.fromString(integrationId);
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.outOfRange(
                    "integrationId", integrationId, "a UUID, as getCloudIntegrations() lists them");
        }
    }

    /** Resumes an upload job. */
    public Operation<JobResult> uploadJob(String processHash) {
        context.refuseApiKey("An upload job");
        return jobs.follow(processHash, UploadJobs.PRIVATE_HOLD);
    }

    public Operation<ReEncodeResult> reEncode(List<String> dataHashes) {
        return task(context.execute(context.rpc().startReEncoding(Rpc.with(new WireReEncodePayload(dataHashes)))));
    }

    /** Resumes a re-encoding. */
    public Operation<ReEncodeResult> task(long taskId) {
        return new PollingOperation<>(
                Long.toString(taskId),
                (hold, limit) -> Jobs.outcome(
                        Jobs.reEncoding(taskId, context.transport().execute(reEncodingCall(taskId), limit))),
                Pacing.asking(),
                context.waiting(),
                context.transport()::async);
    }

    public ReEncodeResult reEncoding(long taskId) {
        return Jobs.reEncoding(taskId, context.execute(reEncodingCall(taskId)));
    }

    private Call<WireReEncodeState> reEncodingCall(long taskId) {
        return context.rpc().getReEncoding(Rpc.about(taskId));
    }
}
