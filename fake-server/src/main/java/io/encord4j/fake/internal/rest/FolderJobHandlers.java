package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.dataitems.DataItemUnits;
import io.encord4j.fake.internal.dispatch.HeldResult;
import io.encord4j.fake.internal.platform.CloudSyncs;
import io.encord4j.fake.internal.platform.HostedObjects;
import io.encord4j.fake.internal.platform.ItemEncodings;
import io.encord4j.fake.internal.platform.JobPolling;
import io.encord4j.fake.internal.platform.Migration;
import io.encord4j.fake.internal.platform.PrivateFiles;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.UploadJobs;
import io.encord4j.fake.internal.platform.UploadRequest;
import io.encord4j.fake.internal.platform.model.ItemEncoding;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UnitError;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadTarget;
import io.encord4j.fake.wire.model.WireCloudSyncState;
import io.encord4j.fake.wire.model.WireCloudSyncStatus;
import io.encord4j.fake.wire.model.WireDataItems;
import io.encord4j.fake.wire.model.WireFolderUnitError;
import io.encord4j.fake.wire.model.WireFolderUploadJobState;
import io.encord4j.fake.wire.model.WireItemReEncodeState;
import io.encord4j.fake.wire.model.WireItemReEncodeStatus;
import io.encord4j.fake.wire.model.WireItemWithName;
import io.encord4j.fake.wire.model.WireLongPollingStatus;
import io.encord4j.fake.wire.model.WireMigrateStorageRequest;
import io.encord4j.fake.wire.model.WirePresignedUrl;
import io.encord4j.fake.wire.model.WirePresignedUrlPage;
import io.encord4j.fake.wire.model.WireReEncodeItemsRequest;
import io.encord4j.fake.wire.model.WireStartFolderUploadJobRequest;
import io.encord4j.fake.wire.model.WireUploadJobCancelled;
import io.encord4j.fake.wire.model.WireUploadUrlsRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What brings files into folders, and what is done with them there. */
final class FolderJobHandlers {

    /** Clients ask to be held for a week, but read for three minutes only. */
    private static final int LONGEST_HOLD = 60;

    private final JsonAdapter<WireUploadUrlsRequest> urlsRequest;
    private final JsonAdapter<WireStartFolderUploadJobRequest> startRequest;
    private final JsonAdapter<WireReEncodeItemsRequest> reEncodeRequest;
    private final JsonAdapter<WireMigrateStorageRequest> migrateRequest;

    FolderJobHandlers(Moshi moshi) {
        this.urlsRequest = moshi.adapter(WireUploadUrlsRequest.class);
        this.startRequest = moshi.adapter(WireStartFolderUploadJobRequest.class);
        this.reEncodeRequest = moshi.adapter(WireReEncodeItemsRequest.class);
        this.migrateRequest = moshi.adapter(WireMigrateStorageRequest.class);
    }

    WirePresignedUrlPage uploadUrls(RestCall call) {
        WireUploadUrlsRequest request = call.payload(urlsRequest);
        UploadKind kind = ItemHandlers.kind("itemType", request.itemType().value());
        List<StoredObject> objects = call.world()
                .update(tx -> HostedObjects.inFolder(tx, call.user(), call.folder(), kind, request.count()));
        return new WirePresignedUrlPage(
                objects.stream()
                        .map(object -> new WirePresignedUrl(
                                object.itemUuid(), object.key(), call.links().forUpload(object.key())))
                        .toList(),
                null);
    }

    UUID start(RestCall call) {
        UploadRequest request = request(call, call.payload(new DefaultsOfDataItems<>(startRequest)));
        UploadJob job = call.world().update(tx -> UploadJobs.startInFolder(tx, call.user(), call.folder(), request));
        return UUID.fromString(job.processHash());
    }

    HeldResult poll(RestCall call) {
        CompletableFuture<UploadJob> job = JobPolling.await(
                call.world(),
                call.user(),
                new UploadTarget.OfFolder(call.folder()),
                call.job().toString(),
                timeout(call));
        return new HeldResult(job, () -> state(ended(job)));
    }

    WireUploadJobCancelled cancel(RestCall call) {
        return new WireUploadJobCancelled(call.world()
                .<Integer>update(tx -> UploadJobs.cancelInFolder(
                        tx, call.user(), call.folder(), call.job().toString())));
    }

    UUID startSync(RestCall call) {
        UploadJob job = call.world().update(tx -> CloudSyncs.start(tx, call.user(), call.folder()));
        return UUID.fromString(job.processHash());
    }

    HeldResult pollSync(RestCall call) {
        CompletableFuture<CloudSyncs.Progress> progress =
                CloudSyncs.await(call.world(), call.user(), call.folder(), call.job(), timeout(call));
        return new HeldResult(progress, () -> state(ended(progress)));
    }

    UUID reEncode(RestCall call) {
        WireReEncodeItemsRequest request = call.payload(reEncodeRequest);
        return call.world()
                .update(tx -> ItemEncodings.start(tx, call.user(), request.storageItems()))
                .uuid();
    }

    WireItemReEncodeState reEncodeState(RestCall call) {
        ItemEncoding encoding = call.world().poll(tx -> ItemEncodings.poll(tx, call.user(), call.job()));
        ReEncodeTask.Status status = encoding.status(call.world().clock().instant());
        return new WireItemReEncodeState(
                WireItemReEncodeStatus.of(status.name().toLowerCase(Locale.ROOT)),
                status != ReEncodeTask.Status.DONE
                        ? null
                        : encoding.items().stream()
                                .map(item -> Map.of("itemUuid", item.toString()))
                                .toList());
    }

    void migrate(RestCall call) {
        WireMigrateStorageRequest request = call.payload(migrateRequest);
        Map<UUID, @Nullable String> byItem = new LinkedHashMap<>();
        request.itemsMap().forEach((uuid, url) -> byItem.put(QueryParameters.uuid("itemsMap", uuid), url));
        Migration.Request wanted = new Migration.Request(
                request.urlsMap(),
                byItem,
                request.fromIntegrationHash(),
                request.toIntegrationHash(),
                request.skipMissing());
        call.world().change(tx -> Migration.run(tx, call.user(), wanted));
    }

    private static UploadRequest request(RestCall call, WireStartFolderUploadJobRequest request) {
        WireDataItems items = request.dataItems();
        Map<String, @Nullable Object> files = request.externalFiles();
        if (items != null && files == null) {
            return new UploadRequest(
                    DataItemUnits.of(items),
                    request.integrationHash(),
                    items.skipDuplicateUrls(),
                    items.upsertMetadata(),
                    request.ignoreErrors(),
                    null,
                    request.fileName());
        }
        if (items != null || files == null) {
            throw invalid("Give either dataItems or externalFiles.");
        }
        if (request.integrationHash() == null) {
            throw invalid("externalFiles lie in a bucket of the customer: say with integrationHash how to reach it.");
        }
        PrivateFiles known =
                PrivateFiles.read(files, call.world().observe().choices().refusesUnknownPrivateKinds());
        known.remark().ifPresent(call.remarks());
        return UploadRequest.of(known, request.integrationHash(), request.ignoreErrors(), null, request.fileName());
    }

    private static Duration timeout(RestCall call) {
        return Duration.ofSeconds(Math.min(LONGEST_HOLD, call.query().integer("timeoutSeconds", LONGEST_HOLD)));
    }

    private static <T> T ended(CompletableFuture<T> job) {
        try {
            return job.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("Waiting for a job failed.", e);
        }
    }

    private static WireFolderUploadJobState state(UploadJob job) {
        UploadOutcome outcome = job.outcome();
        return new WireFolderUploadJobState(
                WireLongPollingStatus.of(job.status().name()),
                outcome.rows().stream()
                        .map(made -> new WireItemWithName(made.itemUuid(), made.title()))
                        .toList(),
                outcome.errors().stream().map(UnitError::error).toList(),
                job.pending(),
                outcome.done(),
                outcome.failed(),
                outcome.cancelled(),
                outcome.errors().stream()
                        .map(error ->
                                new WireFolderUnitError(error.links(), error.error(), error.subtask(), error.action()))
                        .toList(),
                job.fileName());
    }

    private static WireCloudSyncState state(CloudSyncs.Progress progress) {
        UploadJob job = progress.job();
        UploadOutcome outcome = job.outcome();
        int pages = progress.pages();
        UploadJob.Status status = job.status();
        return new WireCloudSyncState(
                WireCloudSyncStatus.of(status.name().toLowerCase(Locale.ROOT)),
                status == UploadJob.Status.PENDING ? pages : 0,
                status == UploadJob.Status.DONE ? pages : 0,
                status == UploadJob.Status.ERROR ? pages : 0,
                status == UploadJob.Status.CANCELLED ? pages : 0,
                status == UploadJob.Status.PENDING ? 1 : 0,
                status == UploadJob.Status.DONE ? 1 : 0,
                status == UploadJob.Status.ERROR ? 1 : 0,
                job.pending(),
                outcome.done(),
                outcome.failed(),
                outcome.cancelled());
    }

    private static RuntimeException invalid(String message) {
        return RefusedException.invalid(message);
    }
}
