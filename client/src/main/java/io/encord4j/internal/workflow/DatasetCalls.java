package io.encord4j.internal.workflow;

import io.encord4j.ApiKeyMeta;
import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowUpdate;
import io.encord4j.DatasetUser;
import io.encord4j.DatasetUserRole;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.ErrorDetails;
import io.encord4j.MalformedAnswerException;
import io.encord4j.OcrResult;
import io.encord4j.ReEncodeResult;
import io.encord4j.ReEncodeTask;
import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.internal.mapping.Rows;
import io.encord4j.internal.operation.ReEncoding;
import io.encord4j.wire.model.WireAddDatasetUsersPayload;
import io.encord4j.wire.model.WireAdditionalData;
import io.encord4j.wire.model.WireDatasetUserRole;
import io.encord4j.wire.model.WireDuplicatesBehavior;
import io.encord4j.wire.model.WireGetDataRowPayload;
import io.encord4j.wire.model.WireImagesDataFetchOptions;
import io.encord4j.wire.model.WireLinkItemsPayload;
import io.encord4j.wire.model.WireOcrPayload;
import io.encord4j.wire.model.WireReEncodePayload;
import io.encord4j.wire.model.WireReEncodeState;
import io.encord4j.wire.model.WireRenameEntry;
import io.encord4j.wire.model.WireUpdateDataRowPayload;
import io.encord4j.wire.model.WireUpdatedDataRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import retrofit2.Call;

/** What both generations of the service do alike for one dataset. */
public final class DatasetCalls {
    private static final int DELETED_AT_ONCE = 1000;

    private final DatasetContext context;

    /**
     * Makes the calls of one dataset.
     *
     * @param context what they work with
     */
    public DatasetCalls(DatasetContext context) {
        this.context = context;
    }

    /** Asks what the API key of the client is. */
    public ApiKeyMeta describeApiKey() {
        return Listings.meta(context.transport().execute(context.rpc().describeApiKey(Rpc.nothing())));
    }

    /** Reads one row. */
    public DataRow getRow(String dataHash, DataRowExtras extras) {
        WireImagesDataFetchOptions images =
                extras.images() ? new WireImagesDataFetchOptions(extras.imageSignedUrls()) : null;
        WireGetDataRowPayload payload =
                new WireGetDataRowPayload(new WireAdditionalData(extras.signedUrl(), images, extras.clientMetadata()));
        return Rows.row(context.transport().execute(context.rpc().getDataRow(Rpc.of(dataHash, payload))));
    }

    /** Changes one row, and makes sure that all of it was changed. */
    public DataRow updateRow(String dataHash, DataRowUpdate update) {
        refuseApiKey("Changing rows");
        Set<String> sent = new HashSet<>();
        if (update.title() != null) {
            sent.add("data_title");
        }
        if (update.clientMetadata() != null) {
            sent.add("client_metadata");
        }
        WireUpdatedDataRow updated = context.transport()
                .execute(context.rpc()
                        .updateDataRow(Rpc.of(
                                dataHash, new WireUpdateDataRowPayload(update.title(), update.clientMetadata()))));
        if (!Set.copyOf(updated.updatedFields()).equals(sent)) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("To be changed were %s, but the service has changed %s."
                            .formatted(sent, updated.updatedFields())),
                    null);
        }
        return Rows.row(updated.dataRow());
    }

    /** Changes the title of one row in the old way. */
    public void rename(String dataHash, String title) {
        refuseApiKey("Renaming rows");
        List<WireRenameEntry> entries = List.of(new WireRenameEntry(dataHash, title));
        if (!context.transport()
                .execute(context.rpc().renameData(Rpc.of(context.datasetHash(), entries)))
                .success()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The service says that the row was not renamed, but not why."), null);
        }
    }

    /** Deletes rows, in several calls if there are many, in none if there are none. */
    public void delete(Collection<String> dataHashes) {
        List<String> hashes = new ArrayList<>(dataHashes);
        for (int from = 0; from < hashes.size(); from += DELETED_AT_ONCE) {
            List<String> part = List.copyOf(hashes.subList(from, Math.min(from + DELETED_AT_ONCE, hashes.size())));
            context.transport().perform(context.rpc().deleteData(Rpc.about(part)));
        }
    }

    /** Begins to re-encode videos. */
    public ReEncodeTask reEncode(Collection<String> dataHashes) {
        WireReEncodePayload payload = new WireReEncodePayload(List.copyOf(dataHashes));
        return task(context.transport().execute(context.rpc().startReEncoding(Rpc.with(payload))));
    }

    /** Takes a re-encoding up again. */
    public ReEncodeTask task(long taskId) {
        return new ReEncoding(
                taskId,
                (hold, limit) -> Jobs.outcome(
                        Jobs.reEncoding(taskId, context.transport().execute(reEncodingCall(taskId), limit))),
                context.waiting(),
                context.transport()::async);
    }

    /** Asks how a re-encoding stands. */
    public ReEncodeResult reEncoding(long taskId) {
        return Jobs.reEncoding(taskId, context.transport().execute(reEncodingCall(taskId)));
    }

    private Call<WireReEncodeState> reEncodingCall(long taskId) {
        return context.rpc().getReEncoding(Rpc.about(taskId));
    }

    /** Reads the texts in the images of a group. */
    public List<OcrResult> runOcr(String imageGroupHash) {
        return context.transport().execute(context.rpc().runOcr(Rpc.with(new WireOcrPayload(imageGroupHash)))).stream()
                .map(Jobs::texts)
                .toList();
    }

    /** Makes users members; nobody is asked if there are none. */
    public List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role) {
        refuseApiKey("Adding users");
        if (emails.isEmpty()) {
            return List.of();
        }
        WireAddDatasetUsersPayload payload =
                new WireAddDatasetUsersPayload(List.copyOf(emails), new WireDatasetUserRole(role.code()));
        return context
                .transport()
                .execute(context.rpc().addDatasetUsers(Rpc.of(context.datasetHash(), payload)))
                .stream()
                .map(user -> new DatasetUser(
                        user.userEmail(), DatasetUserRole.ofCode(user.userRole().value()), user.datasetHash()))
                .toList();
    }

    /** Makes rows of storage items; nobody is asked if there are none. */
    public List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior behavior) {
        refuseApiKey("Linking storage items");
        if (itemUuids.isEmpty()) {
            return List.of();
        }
        WireLinkItemsPayload payload =
                new WireLinkItemsPayload(List.copyOf(itemUuids), new WireDuplicatesBehavior(behavior.name()));
        return Rows.rows(context.transport().execute(context.rpc().linkItems(Rpc.of(context.datasetHash(), payload))));
    }

    private void refuseApiKey(String feature) {
        if (context.transport().credential() instanceof Credential.ApiKey) {
            throw ApiKeyProtocol.unsupported(feature);
        }
    }
}
