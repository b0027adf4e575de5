package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.RowFilter;
import io.encord4j.fake.internal.platform.Rows;
import io.encord4j.fake.internal.platform.TextFilter;
import io.encord4j.fake.internal.platform.TimeFilter;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.wire.model.WireDataType;
import io.encord4j.fake.wire.model.WireDatasetAccessSettings;
import io.encord4j.fake.wire.model.WireDatasetType;
import io.encord4j.fake.wire.model.WireDatasetWithRows;
import io.encord4j.fake.wire.model.WireGetDatasetPayload;
import io.encord4j.fake.wire.model.WireListDataRowsPayload;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listings of rows. They can be long, so rows are written from the state of the moment while they are sent. */
final class ListingHandlers {

    private final JsonAdapter<WireGetDatasetPayload> getPayload;
    private final JsonAdapter<WireListDataRowsPayload> listPayload;
    private final JsonAdapter<WireDatasetWithRows> header;
    private final RowWriter rowWriter;

    ListingHandlers(Moshi moshi) {
        this.getPayload = moshi.adapter(WireGetDatasetPayload.class);
        this.listPayload = moshi.adapter(WireListDataRowsPayload.class);
        this.header = moshi.adapter(WireDatasetWithRows.class);
        this.rowWriter = new RowWriter(moshi);
    }

    /** Clients of 2022 send no payload. */
    StreamedResult dataset(RpcCall call) {
        WireGetDatasetPayload payload = call.payloadIfAny(getPayload);
        boolean metadata = payload != null && fetchesMetadata(payload.datasetAccessSettings());
        PlatformState state = call.world().observe();
        Dataset dataset = Access.dataset(state, call.actor(), call.datasetHash());
        Stream<DataRow> rows = Rows.list(state, Access.dataset(state, call.actor(), call.datasetHash()), RowFilter.ANY);
        return writer -> {
            writer.beginObject();
            Flattened.write(writer, header, headerOf(dataset));
            Flattened.nullUnless(writer, "backing_folder_uuid", dataset.backingFolder());
            writer.name("data_rows");
            write(writer, call, rows, WireRows.Extras.metadata(metadata));
            writer.endObject();
        };
    }

    StreamedResult rows(RpcCall call) {
        WireListDataRowsPayload payload = call.payload(listPayload);
        Stream<DataRow> rows = Rows.list(call.world().observe(), call.dataset(), filter(payload));
        WireRows.Extras extras = WireRows.Extras.metadata(fetchesMetadata(payload.datasetAccessSettings()));
        return writer -> write(writer, call, rows, extras);
    }

    private static boolean fetchesMetadata(@Nullable WireDatasetAccessSettings settings) {
        return settings != null && settings.fetchClientMetadata();
    }

    private void write(JsonWriter writer, RpcCall call, Stream<DataRow> rows, WireRows.Extras extras)
            throws IOException {
        writer.beginArray();
        for (Iterator<DataRow> each = rows.iterator(); each.hasNext(); ) {
            rowWriter.write(writer, WireRows.row(each.next(), extras, call.links()));
        }
        writer.endArray();
    }

    private static WireDatasetWithRows headerOf(Dataset dataset) {
        return new WireDatasetWithRows(
                dataset.hash(),
                dataset.title(),
                dataset.description(),
                WireDatasetType.of(dataset.location().longName()),
                dataset.backingFolder(),
                null);
    }

    private static RowFilter filter(WireListDataRowsPayload payload) {
        return new RowFilter(
                new TextFilter(payload.titleEq(), payload.titleLike()),
                new TimeFilter(payload.createdBefore(), payload.createdAfter()),
                names(payload.dataTypes()),
                payload.dataHashes() == null ? null : new HashSet<>(payload.dataHashes()));
    }

    private static @Nullable Set<String> names(@Nullable List<WireDataType> types) {
        return types == null ? null : types.stream().map(WireDataType::value).collect(Collectors.toSet());
    }
}
