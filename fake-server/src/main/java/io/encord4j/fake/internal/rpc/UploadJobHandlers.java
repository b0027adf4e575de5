package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.dataitems.DataItemUnits;
import io.encord4j.fake.internal.dispatch.HeldResult;
import io.encord4j.fake.internal.platform.JobPolling;
import io.encord4j.fake.internal.platform.PrivateData;
import io.encord4j.fake.internal.platform.PrivateFiles;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.UploadJobs;
import io.encord4j.fake.internal.platform.UploadRequest;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import io.encord4j.fake.wire.model.WireAddPrivateDataPayload;
import io.encord4j.fake.wire.model.WireDataHashWithTitle;
import io.encord4j.fake.wire.model.WireDataItems;
import io.encord4j.fake.wire.model.WirePrivateDataAdded;
import io.encord4j.fake.wire.model.WireStartUploadJobPayload;
import io.encord4j.fake.wire.model.WireUploadJobPoll;
import io.encord4j.fake.wire.model.WireUploadJobStarted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Adding many files with one call: at once as in 2022, or by a job that is asked for until it has ended. */
final class UploadJobHandlers {

    private final JsonAdapter<String> text;
    private final JsonAdapter<WireAddPrivateDataPayload> addPayload;
    private final JsonAdapter<WireStartUploadJobPayload> startPayload;
    private final JsonAdapter<WireUploadJobPoll> pollPayload;

    UploadJobHandlers(Moshi moshi) {
        this.text = moshi.adapter(String.class);
        this.addPayload = moshi.adapter(WireAddPrivateDataPayload.class);
        this.startPayload = moshi.adapter(WireStartUploadJobPayload.class);
        this.pollPayload = moshi.adapter(WireUploadJobPoll.class);
    }

    WirePrivateDataAdded addAtOnce(RpcCall call) {
        call.demandDatasetUid(text);
        WireAddPrivateDataPayload payload = call.payload(addPayload);
        UUID integration = PayloadFields.uuid("integration_id", payload.integrationId());
        PrivateFiles files = privateFiles(call, payload.files());
        List<UploadedRow> rows =
                call.world().update(tx -> PrivateData.add(call.open(tx), files, integration, payload.ignoreErrors()));
        return new WirePrivateDataAdded(rows.stream()
                .map(row -> new WireDataHashWithTitle(Objects.requireNonNull(row.dataHash()), row.title()))
                .toList());
    }

    WireUploadJobStarted start(RpcCall call) {
        call.demandDatasetUid(text);
        UploadRequest request = request(call, startPayload(call));
        UploadJob job = call.world().update(tx -> UploadJobs.start(call.open(tx), request));
        return new WireUploadJobStarted(job.processHash());
    }

    /** Holds the request until the job has ended or the time is up. */
    HeldResult await(RpcCall call) {
        call.demandDatasetUid(text);
        WireUploadJobPoll poll = call.payload(pollPayload);
        CompletableFuture<UploadJob> job = JobPolling.await(
                call.world(),
                call.actor(),
                call.datasetHash(),
                poll.processHash(),
                Duration.ofSeconds(poll.timeoutSeconds()));
        return new HeldResult(job, () -> JobStates.of(ended(poll, job)));
    }

    private static UploadJob ended(WireUploadJobPoll poll, CompletableFuture<UploadJob> job) {
        try {
            return job.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("Waiting for upload job " + poll.processHash() + " failed.", e);
        }
    }

    /** Clients of 2023 write the few keys that they have in snake_case. */
    private WireStartUploadJobPayload startPayload(RpcCall call) {
        PayloadFields fields = call.payloadFields();
        if (!fields.has("ignore_errors")) {
            return call.payload(startPayload);
        }
        return new WireStartUploadJobPayload(
                null,
                fields.object("files"),
                fields.uuid("integration_id"),
                Boolean.TRUE.equals(fields.flag("ignore_errors")),
                fields.uuid("folder_uuid"),
                fields.text("file_name"));
    }

    private static UploadRequest request(RpcCall call, WireStartUploadJobPayload payload) {
        WireDataItems items = payload.dataItems();
        Map<String, @Nullable Object> files = payload.files();
        if ((items == null) == (files == null)) {
            throw invalid("Give either dataItems or files.");
        }
        if (files == null) {
            WireDataItems given = Objects.requireNonNull(items);
            return new UploadRequest(
                    DataItemUnits.of(given),
                    payload.integrationId(),
                    given.skipDuplicateUrls(),
                    given.upsertMetadata(),
                    payload.ignoreErrors(),
                    payload.folderUuid(),
                    payload.fileName());
        }
        if (payload.integrationId() == null) {
            throw invalid("files lie in a bucket of the customer: say with integrationId how to reach it.");
        }
        return UploadRequest.of(
                privateFiles(call, files),
                payload.integrationId(),
                payload.ignoreErrors(),
                payload.folderUuid(),
                payload.fileName());
    }

    private static PrivateFiles privateFiles(RpcCall call, Map<String, @Nullable Object> files) {
        PrivateFiles read = PrivateFiles.read(files, call.choices().refusesUnknownPrivateKinds());
        read.remark().ifPresent(call.remarks());
        return read;
    }

    private static RefusedException invalid(String message) {
        return RefusedException.invalid(message);
    }
}
