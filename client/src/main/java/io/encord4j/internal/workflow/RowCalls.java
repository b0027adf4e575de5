package io.encord4j.internal.workflow;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DataType;
import io.encord4j.Dataset;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.ErrorDetails;
import io.encord4j.MalformedAnswerException;
import io.encord4j.OcrResult;
import io.encord4j.StorageFolder;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.mapping.RowMatch;
import io.encord4j.internal.mapping.Rows;
import io.encord4j.internal.mapping.Storage;
import io.encord4j.wire.api.ResourceRpcApi;
import io.encord4j.wire.api.StorageFoldersApi;
import io.encord4j.wire.json.RpcValues;
import io.encord4j.wire.model.WireAdditionalData;
import io.encord4j.wire.model.WireDataRow;
import io.encord4j.wire.model.WireDataType;
import io.encord4j.wire.model.WireDatasetAccessSettings;
import io.encord4j.wire.model.WireDuplicatesBehavior;
import io.encord4j.wire.model.WireGetDataRowPayload;
import io.encord4j.wire.model.WireGetDatasetPayload;
import io.encord4j.wire.model.WireImagesDataFetchOptions;
import io.encord4j.wire.model.WireLinkItemsPayload;
import io.encord4j.wire.model.WireListDataRowsPayload;
import io.encord4j.wire.model.WireOcrPayload;
import io.encord4j.wire.model.WireRenameEntry;
import io.encord4j.wire.model.WireUpdateDataRowPayload;
import io.encord4j.wire.model.WireUpdatedDataRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The calls about the rows of one dataset. An API key lists rows by the call of 2022, which knows no filters. */
public final class RowCalls {
    private static final int DELETED_AT_ONCE = 1000;

    private final DatasetContext context;
    private final ResourceRpcApi rpc;

    public RowCalls(DatasetContext context) {
        this.context = context;
        this.rpc = context.rpc();
    }

    public Dataset getDataset(boolean fetchClientMetadata) {
        return Rows.dataset(context.execute(rpc.getDataset(whole(fetchClientMetadata))), context.datasetHash());
    }

    public Optional<StorageFolder> backingFolder() {
        context.refuseApiKey("Reading the backing folder");
        return Optional.ofNullable(getDataset(false).backingFolderUuid())
                .map(folder -> Storage.folder(context.execute(
                        context.transport().api(StorageFoldersApi.class).getFolder(folder))));
    }

    public List<DataRow> list(DataRowFilter filter) {
        if (context.hasApiKey()) {
            return getDataset(filter.fetchClientMetadata()).dataRows().stream()
                    .filter(new RowMatch(filter))
                    .toList();
        }
        return Rows.rows(context.execute(rpc.listDataRows(filtered(filter))));
    }

    /** Reads rows as they arrive; the stream must be closed. */
    public Stream<DataRow> stream(DataRowFilter filter) {
        if (context.hasApiKey()) {
            return stream(rpc.getDatasetRaw(whole(filter.fetchClientMetadata())), "data_rows")
                    .filter(new RowMatch(filter));
        }
        return stream(rpc.listDataRowsRaw(filtered(filter)), null);
    }

    private Stream<DataRow> stream(Call<ResponseBody> call, @Nullable String field) {
        Transport transport = context.transport();
        return RowCursor.stream(transport.stream(call), transport.moshi().adapter(WireDataRow.class), field);
    }

    private RpcValues<Void, WireGetDatasetPayload> whole(boolean fetchClientMetadata) {
        if (!context.hasApiKey()) {
            return Rpc.with(new WireGetDatasetPayload(new WireDatasetAccessSettings(fetchClientMetadata)));
        }
        if (fetchClientMetadata) {
            context.refuseApiKey("Client metadata in a listing");
        }
        return Rpc.nothing();
    }

    private static RpcValues<Void, WireListDataRowsPayload> filtered(DataRowFilter filter) {
        List<DataType> types = filter.dataTypes();
        return Rpc.with(WireListDataRowsPayload.builder()
                .titleEq(filter.titleEq())
                .titleLike(filter.titleLike())
                .createdBefore(filter.createdBefore())
                .createdAfter(filter.createdAfter())
                .dataTypes(
                        types == null
                                ? null
                                : types.stream()
                                        .map(type -> new WireDataType(type.value()))
                                        .toList())
                .datasetAccessSettings(new WireDatasetAccessSettings(filter.fetchClientMetadata()))
                .dataHashes(filter.dataHashes())
                .build());
    }

    public DataRow get(String dataHash, DataRowExtras extras) {
        WireImagesDataFetchOptions images =
                extras.images() ? new WireImagesDataFetchOptions(extras.imageSignedUrls()) : null;
        WireGetDataRowPayload payload =
                new WireGetDataRowPayload(new WireAdditionalData(extras.signedUrl(), images, extras.clientMetadata()));
        return Rows.row(context.execute(rpc.getDataRow(Rpc.of(dataHash, payload))));
    }

    /** Changes one row, and makes sure that all of it was changed. */
    public DataRow update(String dataHash, DataRowUpdate update) {
        context.refuseApiKey("Changing rows");
        Set<String> sent = new HashSet<>();
        if (update.title() != null) {
            sent.add("data_title");
        }
        if (update.clientMetadata() != null) {
            sent.add("client_metadata");
        }
        WireUpdatedDataRow updated = context.execute(rpc.updateDataRow(
                Rpc.of(dataHash, new WireUpdateDataRowPayload(update.title(), update.clientMetadata()))));
        if (!Set.copyOf(updated.updatedFields()).equals(sent)) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The fields %s were to be changed, but the service changed %s."
                            .formatted(sent, updated.updatedFields())),
                    null);
        }
        return Rows.row(updated.dataRow());
    }

    /** Changes the title of one row by the older call. */
    public void rename(String dataHash, String title) {
        context.refuseApiKey("Renaming rows");
        List<WireRenameEntry> entries = List.of(new WireRenameEntry(dataHash, title));
        if (!context.execute(rpc.renameData(Rpc.of(context.datasetHash(), entries)))
                .success()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The service says that the row was not renamed, but not why."), null);
        }
    }

    /** Creates rows from storage items, a thousand a call; makes no call if there are none. */
    public List<DataRow> linkItems(List<UUID> itemUuids, DuplicatesBehavior behavior) {
        context.refuseApiKey("Linking storage items");
        WireDuplicatesBehavior duplicates = new WireDuplicatesBehavior(behavior.name());
        return Chunks.map(
                itemUuids,
                some -> Rows.rows(context.execute(
                        rpc.linkItems(Rpc.of(context.datasetHash(), new WireLinkItemsPayload(some, duplicates))))));
    }

    /** Deletes rows, in several calls if there are many, in none if there are none. */
    public void delete(List<String> dataHashes) {
        for (int from = 0; from < dataHashes.size(); from += DELETED_AT_ONCE) {
            int to = Math.min(from + DELETED_AT_ONCE, dataHashes.size());
            context.perform(rpc.deleteData(Rpc.about(dataHashes.subList(from, to))));
        }
    }

    public void deleteImageGroup(String dataHash) {
        if (context.hasApiKey()) {
            context.perform(rpc.deleteImageGroup(Rpc.about(dataHash)));
        } else {
            delete(List.of(dataHash));
        }
    }

    public List<OcrResult> runOcr(String imageGroupHash) {
        return context.execute(rpc.runOcr(Rpc.with(new WireOcrPayload(imageGroupHash)))).stream()
                .map(Jobs::texts)
                .toList();
    }
}
