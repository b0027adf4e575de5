package io.encord4j.internal.workflow;

import io.encord4j.CloudMigration;
import io.encord4j.DataGroup;
import io.encord4j.ItemFilter;
import io.encord4j.ItemSummary;
import io.encord4j.ItemUpdate;
import io.encord4j.Operation;
import io.encord4j.StorageItem;
import io.encord4j.internal.mapping.Storage;
import io.encord4j.internal.workflow.Pages.Page;
import io.encord4j.wire.api.StorageItemsApi;
import io.encord4j.wire.model.WireDataGroupLayoutType;
import io.encord4j.wire.model.WireDeleteItemsRequest;
import io.encord4j.wire.model.WireGetItemsRequest;
import io.encord4j.wire.model.WireItemPatch;
import io.encord4j.wire.model.WireItemPatches;
import io.encord4j.wire.model.WireItemReEncodeState;
import io.encord4j.wire.model.WireMigrateStorageRequest;
import io.encord4j.wire.model.WireMoveItemsRequest;
import io.encord4j.wire.model.WireNewDataGroup;
import io.encord4j.wire.model.WireReEncodeItemsRequest;
import io.encord4j.wire.model.WireStorageItemPage;
import io.encord4j.wire.model.WireStorageItemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls about items. */
public final class ItemCalls {
    private final StorageContext context;
    private final StorageItemsApi api;
    private final FolderJobs jobs;

    public ItemCalls(StorageContext context) {
        this.context = context;
        this.api = context.items();
        this.jobs = new FolderJobs(context);
    }

    public Stream<StorageItem> of(UUID folder, ItemFilter filter, boolean recursive) {
        return Pages.stream(token -> page(context.execute(api.listFolderItems(
                folder,
                filter.search(),
                recursive,
                filter.inDataset(),
                types(filter),
                FolderCalls.organisation(filter),
                FolderCalls.order(filter),
                filter.descending(),
                token,
                filter.pageSize(),
                filter.signUrls()))));
    }

    public Stream<StorageItem> everywhere(ItemFilter filter) {
        return Pages.stream(token -> page(context.execute(api.searchItems(
                filter.search(),
                false,
                filter.inDataset(),
                types(filter),
                FolderCalls.organisation(filter),
                FolderCalls.order(filter),
                filter.descending(),
                token,
                filter.pageSize(),
                filter.signUrls()))));
    }

    private static Page<StorageItem> page(WireStorageItemPage wire) {
        return new Page<>(items(wire), wire.nextPageToken());
    }

    private static List<StorageItem> items(WireStorageItemPage wire) {
        return wire.results().stream().map(Storage::item).toList();
    }

    private static @Nullable List<WireStorageItemType> types(ItemFilter filter) {
        return filter.itemTypes().isEmpty()
                ? null
                : filter.itemTypes().stream()
                        .map(type -> new WireStorageItemType(type.value()))
                        .toList();
    }

    public StorageItem get(UUID item, boolean signUrl) {
        return Storage.item(context.execute(api.getItem(item, signUrl)));
    }

    public List<StorageItem> get(List<UUID> items, boolean signUrls) {
        return Chunks.map(items, some -> items(context.execute(api.getItems(new WireGetItemsRequest(some, signUrls)))));
    }

    public StorageItem update(UUID folder, UUID item, ItemUpdate update) {
        WireItemPatch patch = patch(update);
        return patch.name() == null && patch.clientMetadata() == null
                ? get(item, false)
                : Storage.item(context.execute(api.updateItem(folder, item, patch)));
    }

    public List<StorageItem> update(Map<UUID, ItemUpdate> updates) {
        return Chunks.map(List.copyOf(updates.entrySet()), some -> {
            Map<String, WireItemPatch> patches = new LinkedHashMap<>();
            some.forEach(entry -> patches.put(entry.getKey().toString(), patch(entry.getValue())));
            return items(context.execute(api.updateItems(new WireItemPatches(patches))));
        });
    }

    private static WireItemPatch patch(ItemUpdate update) {
        return new WireItemPatch(update.name(), null, update.clientMetadata());
    }

    public List<StorageItem> children(StorageItem item, boolean signUrls) {
        return item.itemType().isComposed()
                ? items(context.execute(api.listChildItems(item.parent(), item.uuid(), signUrls)))
                : List.of();
    }

    public ItemSummary summary(StorageItem item) {
        return Storage.summary(context.execute(api.getItemSummary(item.parent(), item.uuid(), true)));
    }

    public void move(UUID source, List<UUID> items, UUID target, boolean allowSyncedDatasetMove) {
        Chunks.perform(
                items,
                some -> context.perform(
                        api.moveItems(source, new WireMoveItemsRequest(some, target, allowSyncedDatasetMove))));
    }

    public void delete(UUID folder, List<UUID> items, boolean removeUnusedFrames) {
        Chunks.perform(
                items,
                some -> context.perform(api.deleteItems(folder, new WireDeleteItemsRequest(some, removeUnusedFrames))));
    }

    public List<UUID> createGroups(UUID folder, List<DataGroup> groups) {
        return groups.isEmpty()
                ? List.of()
                : context.execute(api.createGroupItems(
                        folder, groups.stream().map(ItemCalls::wire).toList()));
    }

    private static WireNewDataGroup wire(DataGroup group) {
        return new WireNewDataGroup(
                new WireDataGroupLayoutType(group.layoutType()),
                json(group.contents()),
                group.name(),
                group.layout(),
                group.settings(),
                group.clientMetadata());
    }

    /** Ids as JSON has them. */
    private static Object json(Object contents) {
        if (contents instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> texts = new LinkedHashMap<>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
            return texts;
        }
        return ((List<?>) contents).stream().map(String::valueOf).toList();
    }

    public void migrate(CloudMigration migration) {
        Chunks.perform(List.copyOf(migration.byUrl().entrySet()), some -> migrate(migration, texts(some), Map.of()));
        Chunks.perform(List.copyOf(migration.byItem().entrySet()), some -> migrate(migration, Map.of(), texts(some)));
    }

    private void migrate(
            CloudMigration migration, Map<String, @Nullable String> byUrl, Map<String, @Nullable String> byItem) {
        context.perform(api.migrateItems(new WireMigrateStorageRequest(
                byUrl,
                byItem,
                migration.fromIntegration(),
                migration.toIntegration(),
                migration.validateAccess(),
                migration.skipMissing())));
    }

    private static <K> Map<String, @Nullable String> texts(List<Map.Entry<K, @Nullable String>> entries) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        entries.forEach(entry -> texts.put(entry.getKey().toString(), entry.getValue()));
        return texts;
    }

    public UUID startReEncoding(List<UUID> items, String title, boolean force) {
        return context.execute(api.reEncodeItems(new WireReEncodeItemsRequest(items, title, force)));
    }

    public Operation<List<UUID>> reEncoding(UUID job) {
        return jobs.reEncoding(job, ItemCalls::reEncoded);
    }

    /** The items of a result whose form the service does not document. */
    private static List<UUID> reEncoded(WireItemReEncodeState state) {
        List<UUID> items = new ArrayList<>();
        if (state.result() instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> object && object.get("itemUuid") instanceof String uuid) {
                    items.add(UUID.fromString(uuid));
                }
            }
        }
        return items;
    }
}
