package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.fake.internal.platform.ItemLinking;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Rows;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.wire.model.WireAdditionalData;
import io.encord4j.fake.wire.model.WireDataRow;
import io.encord4j.fake.wire.model.WireDuplicatesBehavior;
import io.encord4j.fake.wire.model.WireGetDataRowPayload;
import io.encord4j.fake.wire.model.WireImagesDataFetchOptions;
import io.encord4j.fake.wire.model.WireRenameEntry;
import io.encord4j.fake.wire.model.WireRenameResult;
import io.encord4j.fake.wire.model.WireUpdateDataRowPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single rows: reading, changing, deleting, linking. */
final class RowHandlers {

    private final JsonAdapter<String> text;
    private final JsonAdapter<List<String>> texts;
    private final JsonAdapter<WireGetDataRowPayload> getPayload;
    private final JsonAdapter<WireUpdateDataRowPayload> updatePayload;
    private final JsonAdapter<List<WireRenameEntry>> renamePayload;
    private final RowWriter rowWriter;

    RowHandlers(Moshi moshi) {
        this.text = moshi.adapter(String.class);
        this.texts = moshi.adapter(Types.newParameterizedType(List.class, String.class));
        this.getPayload = moshi.adapter(WireGetDataRowPayload.class);
        this.updatePayload = moshi.adapter(WireUpdateDataRowPayload.class);
        this.renamePayload = moshi.adapter(Types.newParameterizedType(List.class, WireRenameEntry.class));
        this.rowWriter = new RowWriter(moshi);
    }

    StreamedResult find(RpcCall call) {
        String dataHash = call.uid(text);
        WireRows.Extras extras = extras(call.payload(getPayload).additionalData());
        DataRow row = Rows.find(call.dataset(), dataHash);
        WireDataRow shown = WireRows.row(row, extras, call.links());
        return writer -> rowWriter.write(writer, shown);
    }

    private static WireRows.Extras extras(@Nullable WireAdditionalData wanted) {
        if (wanted == null) {
            return WireRows.Extras.NONE;
        }
        WireImagesDataFetchOptions images = wanted.imagesDataFetchOptions();
        return new WireRows.Extras(
                wanted.clientMetadata(),
                wanted.signedUrl(),
                images != null,
                images != null && images.fetchSignedUrls());
    }

    StreamedResult update(RpcCall call) {
        String dataHash = call.uid(text);
        WireUpdateDataRowPayload payload = call.payload(updatePayload);
        call.payloadFields().demandNotNull("data_title", "client_metadata");
        DataRow row = call.world()
                .update(tx -> Rows.update(call.open(tx), dataHash, payload.dataTitle(), payload.clientMetadata()));
        List<String> updated = new ArrayList<>();
        if (payload.dataTitle() != null) {
            updated.add("data_title");
        }
        if (payload.clientMetadata() != null) {
            updated.add("client_metadata");
        }
        WireDataRow shown = WireRows.row(row, WireRows.Extras.metadata(true), call.links());
        return writer -> {
            writer.beginObject();
            writer.name("updated_fields");
            texts.toJson(writer, updated);
            writer.name("data_row");
            rowWriter.write(writer, shown);
            writer.endObject();
        };
    }

    WireRenameResult rename(RpcCall call) {
        call.demandDatasetUid(text);
        Map<String, String> titles = new LinkedHashMap<>();
        call.payload(renamePayload).forEach(entry -> titles.put(entry.videoHash(), entry.title()));
        call.world().change(tx -> Rows.rename(call.open(tx), titles));
        return new WireRenameResult(true);
    }

    void delete(RpcCall call) {
        List<String> dataHashes = call.uid(texts);
        call.world().change(tx -> Rows.delete(call.open(tx), dataHashes));
    }

    StreamedResult link(RpcCall call) {
        call.demandDatasetUid(text);
        PayloadFields fields = call.payloadFields();
        List<UUID> items = fields.uuids("item_uuids");
        ItemLinking.Duplicates duplicates = duplicates(fields.text("duplicates_behavior"));
        List<DataRow> made = call.world().update(tx -> ItemLinking.link(call.open(tx), items, duplicates));
        return writer -> {
            writer.beginArray();
            for (DataRow row : made) {
                rowWriter.write(writer, WireRows.row(row, WireRows.Extras.NONE, call.links()));
            }
            writer.endArray();
        };
    }

    /** Clients before June 2024 do not say what to do with duplicates. */
    private static ItemLinking.Duplicates duplicates(@Nullable String name) {
        if (name == null) {
            return ItemLinking.Duplicates.SKIP;
        }
        WireDuplicatesBehavior behaviour = new WireDuplicatesBehavior(name);
        if (!behaviour.isKnown()) {
            throw RefusedException.invalid(
                    "duplicates_behavior must be one of " + WireDuplicatesBehavior.known() + ".");
        }
        return ItemLinking.Duplicates.valueOf(behaviour.value());
    }
}
