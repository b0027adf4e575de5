package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.fake.internal.platform.DataGroups;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.wire.json.FreeFormJson;
import io.encord4j.fake.wire.model.WireDataGroupLayoutType;
import io.encord4j.fake.wire.model.WireNewDataGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Making data groups. */
final class DataGroupHandlers {

    /** Where clients of June to December 2025 make one group. */
    static final String FORMER_PATH = "create-group-item";

    private final JsonAdapter<List<WireNewDataGroup>> groupsRequest;
    private final JsonAdapter<WireNewDataGroup> groupRequest;

    DataGroupHandlers(Moshi moshi) {
        this.groupsRequest = moshi.adapter(Types.newParameterizedType(List.class, WireNewDataGroup.class));
        this.groupRequest = moshi.adapter(WireNewDataGroup.class);
    }

    /** The ids of the groups; at the former path, where one is made, its id alone. */
    Object create(RestCall call) {
        if (call.path().endsWith("/" + FORMER_PATH)) {
            return create(call, List.of(former(call.payload(new FreeFormJson()))))
                    .get(0);
        }
        return create(
                call,
                call.payload(groupsRequest).stream()
                        .map(group -> group(group, group.clientMetadata()))
                        .toList());
    }

    private static List<UUID> create(RestCall call, List<DataGroups.NewGroup> groups) {
        return call.world().update(tx -> DataGroups.create(tx, call.user(), call.folder(), groups));
    }

    private DataGroups.NewGroup former(Object json) {
        if (!(json instanceof Map<?, ?> body) || !(body.get("params") instanceof Map<?, ?> params)) {
            throw invalid("params, which tell of the group, are missing.");
        }
        try {
            WireNewDataGroup group = Objects.requireNonNull(groupRequest.fromJson(new FreeFormJson().toJson(params)));
            Object beside = body.get("clientMetadata");
            return group(group, beside instanceof Map<?, ?> given ? metadata(given) : group.clientMetadata());
        } catch (JsonDataException e) {
            throw invalid("params cannot be read: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail.", e);
        }
    }

    private static Map<String, @Nullable Object> metadata(Map<?, ?> given) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        given.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        return metadata;
    }

    private static DataGroups.NewGroup group(WireNewDataGroup group, @Nullable Map<String, @Nullable Object> metadata) {
        WireDataGroupLayoutType type = group.layoutType();
        Map<String, UUID> members = members(group, type);
        Map<String, @Nullable Object> layout;
        if (type.equals(WireDataGroupLayoutType.CUSTOM)) {
            layout = group.layout();
        } else if (type.equals(WireDataGroupLayoutType.DEFAULT_GRID)) {
            layout = DataGroups.grid(members.size());
        } else {
            layout = DataGroups.carousel(members.size());
        }
        if (layout == null) {
            throw invalid("A group with layoutType custom needs a layout.");
        }
        return new DataGroups.NewGroup(members, layout, group.settings(), group.name(), metadata);
    }

    private static Map<String, UUID> members(WireNewDataGroup group, WireDataGroupLayoutType type) {
        if (type.equals(WireDataGroupLayoutType.CUSTOM)) {
            if (!(group.layoutContents() instanceof Map<?, ?> map)) {
                throw invalid("layoutContents of layoutType custom must be an object of ids by key.");
            }
            Map<String, UUID> members = new LinkedHashMap<>();
            map.forEach((key, uuid) ->
                    members.put(String.valueOf(key), QueryParameters.uuid("layoutContents", String.valueOf(uuid))));
            return members;
        }
        if (!type.equals(WireDataGroupLayoutType.DEFAULT_GRID) && !type.equals(WireDataGroupLayoutType.DEFAULT_LIST)) {
            throw invalid("layoutType must be default-grid, default-list or custom.");
        }
        if (!(group.layoutContents() instanceof List<?> list)) {
            throw invalid("layoutContents must be a list of ids.");
        }
        List<UUID> items = new ArrayList<>();
        list.forEach(uuid -> items.add(QueryParameters.uuid("layoutContents", String.valueOf(uuid))));
        return DataGroups.numbered(items);
    }

    private static RuntimeException invalid(String message) {
        return RefusedException.invalid(message);
    }
}
