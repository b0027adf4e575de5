package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.DatasetFilter;
import io.encord4j.fake.internal.platform.Datasets;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.TextFilter;
import io.encord4j.fake.internal.platform.TimeFilter;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.wire.model.WireCreateDatasetPayload;
import io.encord4j.fake.wire.model.WireCreatedDataset;
import io.encord4j.fake.wire.model.WireDatasetFilter;
import io.encord4j.fake.wire.model.WireDatasetUserRole;
import io.encord4j.fake.wire.model.WireDatasetWithUserRole;
import io.encord4j.fake.wire.model.WireLegacyDatasetInfo;
import io.encord4j.fake.wire.model.WireListDatasetsPayload;
import io.encord4j.fake.wire.model.WireStorageLocation;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Making and listing datasets, as clients did before the REST interface. */
final class DatasetHandlers {

    private final JsonAdapter<WireCreateDatasetPayload> createPayload;
    private final JsonAdapter<WireListDatasetsPayload> listPayload;
    private final JsonAdapter<WireLegacyDatasetInfo> info;

    DatasetHandlers(Moshi moshi) {
        this.createPayload = moshi.adapter(WireCreateDatasetPayload.class);
        this.listPayload = moshi.adapter(WireListDatasetsPayload.class);
        this.info = moshi.adapter(WireLegacyDatasetInfo.class);
    }

    /** Clients from October 2023 say themselves whether they want a backing folder. */
    WireCreatedDataset create(RpcCall call) {
        WireCreateDatasetPayload payload = call.payload(createPayload);
        FakeStorageLocation location = FakeStorageLocation.ofCode(payload.type().value())
                .orElseThrow(() -> RefusedException.invalid(
                        "There is no storage location " + payload.type().value() + "."));
        boolean mirror = Objects.requireNonNullElse(
                call.payloadFields().flag("create_backing_folder"),
                call.choices().legacyDatasetsAreMirrors());
        Dataset made = call.world()
                .update(tx ->
                        Datasets.create(tx, call.user(), payload.title(), payload.description(), location, mirror));
        return new WireCreatedDataset(made.title(), payload.type(), made.hash(), made.owner(), null);
    }

    /** One key more would break clients of 2022, so the backing folder is told only to those that ask for it. */
    Object list(RpcCall call) {
        WireDatasetFilter filter = call.payload(listPayload).filter();
        boolean storageApi = Boolean.TRUE.equals(call.payloadFields().flag("enable_storage_api"));
        List<Datasets.Listed> datasets = Datasets.list(call.world().observe(), call.user(), filter(filter), false);
        if (storageApi) {
            return (StreamedResult) writer -> writeWithFolders(writer, datasets);
        }
        return datasets.stream()
                .map(listed -> new WireDatasetWithUserRole(role(listed), info(listed.dataset())))
                .toList();
    }

    private static DatasetFilter filter(WireDatasetFilter filter) {
        return new DatasetFilter(
                new TextFilter(filter.titleEq(), filter.titleLike()),
                new TextFilter(filter.descEq(), filter.descLike()),
                new TimeFilter(filter.createdBefore(), filter.createdAfter()),
                new TimeFilter(filter.editedBefore(), filter.editedAfter()));
    }

    private void writeWithFolders(JsonWriter writer, List<Datasets.Listed> datasets) throws IOException {
        writer.beginArray();
        for (Datasets.Listed listed : datasets) {
            writer.beginObject();
            writer.name("user_role").value(role(listed).value());
            writer.name("dataset").beginObject();
            Flattened.write(writer, info, info(listed.dataset()));
            Flattened.orNull(writer, "backing_folder_uuid", listed.dataset().backingFolder());
            writer.endObject();
            writer.endObject();
        }
        writer.endArray();
    }

    private static WireDatasetUserRole role(Datasets.Listed listed) {
        return WireDatasetUserRole.of(
                Objects.requireNonNullElse(listed.role(), Role.USER).code());
    }

    private static WireLegacyDatasetInfo info(Dataset dataset) {
        return new WireLegacyDatasetInfo(
                dataset.hash(),
                dataset.owner(),
                dataset.title(),
                dataset.description(),
                WireStorageLocation.of(dataset.location().code()),
                dataset.createdAt(),
                dataset.lastEditedAt());
    }
}
