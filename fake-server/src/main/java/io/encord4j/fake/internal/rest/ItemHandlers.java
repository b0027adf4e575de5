package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.FolderAccess;
import io.encord4j.fake.internal.platform.ItemListing;
import io.encord4j.fake.internal.platform.Page;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.StorageFolders;
import io.encord4j.fake.internal.platform.StorageItems;
import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.wire.model.WireAccessibleDataset;
import io.encord4j.fake.wire.model.WireAccessibleGroupItem;
import io.encord4j.fake.wire.model.WireDeleteItemsRequest;
import io.encord4j.fake.wire.model.WireGetItemsRequest;
import io.encord4j.fake.wire.model.WireGroupLayout;
import io.encord4j.fake.wire.model.WireGroupMember;
import io.encord4j.fake.wire.model.WireItemPatch;
import io.encord4j.fake.wire.model.WireItemPatches;
import io.encord4j.fake.wire.model.WireItemSummary;
import io.encord4j.fake.wire.model.WireItemsDeleted;
import io.encord4j.fake.wire.model.WireMoveItemsRequest;
import io.encord4j.fake.wire.model.WireStorageItem;
import io.encord4j.fake.wire.model.WireStorageItemPage;
import io.encord4j.fake.wire.model.WireStorageItemType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items of the storage. */
final class ItemHandlers {

    private final JsonAdapter<WireGetItemsRequest> getRequest;
    private final JsonAdapter<WireItemPatch> patch;
    private final JsonAdapter<WireItemPatches> patches;
    private final JsonAdapter<WireMoveItemsRequest> moveRequest;
    private final JsonAdapter<WireDeleteItemsRequest> deleteRequest;

    ItemHandlers(Moshi moshi) {
        this.getRequest = moshi.adapter(WireGetItemsRequest.class);
        this.patch = moshi.adapter(WireItemPatch.class);
        this.patches = moshi.adapter(WireItemPatches.class);
        this.moveRequest = moshi.adapter(WireMoveItemsRequest.class);
        this.deleteRequest = moshi.adapter(WireDeleteItemsRequest.class);
    }

    WireStorageItemPage listInFolder(RestCall call) {
        return list(call, call.folder(), call.query().flag("isRecursive"));
    }

    /** Clients say that this is not recursive, but it is. */
    WireStorageItemPage search(RestCall call) {
        return list(call, null, true);
    }

    private static WireStorageItemPage list(RestCall call, @Nullable UUID folder, boolean recursive) {
        QueryParameters query = call.query();
        PlatformState state = call.world().observe();
        ItemListing.Filter filter = new ItemListing.Filter(
                query.text("search"),
                query.flagOrNull("isInDataset"),
                kinds(query.texts("itemTypes")),
                query.flag("includeOrgAccess"));
        Page<SharedItem> page = ItemListing.list(state, call.user(), folder, recursive, filter, Lists.page(call));
        return WireItems.page(state, page.results(), page.next(), links(call, query.flag("signUrls")));
    }

    WireStorageItem get(RestCall call) {
        PlatformState state = call.world().observe();
        SharedItem item = FolderAccess.item(state, call.user(), call.item());
        return WireItems.item(state, item, links(call, call.query().flag("signUrl")));
    }

    WireStorageItemPage getAll(RestCall call) {
        WireGetItemsRequest request = call.payload(getRequest);
        PlatformState state = call.world().observe();
        List<SharedItem> items = StorageItems.find(state, call.user(), request.itemUuids());
        return WireItems.page(state, items, links(call, request.signUrls()));
    }

    WireStorageItem update(RestCall call) {
        StorageFolders.Patch change = of(call.payload(patch));
        SharedItem changed = call.world()
                .update(tx -> {
                    FolderAccess.item(tx.state(), call.user(), call.folder(), call.item());
                    return StorageItems.patch(tx, call.user(), Map.of(call.item(), change));
                })
                .get(0);
        return WireItems.item(call.world().observe(), changed, null);
    }

    WireStorageItemPage updateAll(RestCall call) {
        Map<UUID, StorageFolders.Patch> changes = new LinkedHashMap<>();
        call.payload(patches)
                .itemPatches()
                .forEach((uuid, change) -> changes.put(QueryParameters.uuid("itemPatches", uuid), of(change)));
        List<SharedItem> changed = call.world().update(tx -> StorageItems.patch(tx, call.user(), changes));
        return WireItems.page(call.world().observe(), changed, null);
    }

    WireStorageItemPage children(RestCall call) {
        PlatformState state = call.world().observe();
        List<SharedItem> children = StorageItems.children(state, call.user(), call.folder(), call.item());
        return WireItems.page(state, children, links(call, call.query().flag("signUrls")));
    }

    WireItemSummary summary(RestCall call) {
        PlatformState state = call.world().observe();
        StorageItems.Usage usage = StorageItems.usage(state, call.user(), call.folder(), call.item());
        boolean layout = call.query().flag("includeGroupLayout");
        return new WireItemSummary(
                usage.groupCount(),
                usage.groups().stream().map(group -> group(state, group)).toList(),
                usage.datasetCount(),
                usage.datasets().entrySet().stream()
                        .map(entry -> dataset(entry.getKey(), entry.getValue()))
                        .toList(),
                layout && usage.item().item().content() instanceof DataGroup group ? layout(group) : null);
    }

    void move(RestCall call) {
        WireMoveItemsRequest request = call.payload(moveRequest);
        call.world()
                .change(tx -> StorageItems.move(
                        tx,
                        call.user(),
                        call.folder(),
                        request.itemUuids(),
                        request.newParentUuid(),
                        request.allowSyncedDatasetMove()));
    }

    WireItemsDeleted delete(RestCall call) {
        WireDeleteItemsRequest request = call.payload(deleteRequest);
        int removed = call.world()
                .<Integer>update(tx -> StorageItems.delete(
                        tx, call.user(), call.folder(), request.childUuids(), request.removeUnusedFrames()));
        return new WireItemsDeleted(removed, 0);
    }

    private static WireAccessibleGroupItem group(PlatformState state, SharedItem group) {
        UUID folder = Objects.requireNonNull(group.at().folder());
        return new WireAccessibleGroupItem(
                group.uuid(),
                group.about().name(),
                folder,
                Objects.requireNonNull(state.files().folders().find(folder))
                        .about()
                        .name(),
                WireStorageItemType.of(group.item().kind().wireName()));
    }

    private static WireAccessibleDataset dataset(Dataset dataset, List<DataRow> rows) {
        Instant first =
                rows.stream().map(DataRow::createdAt).min(Instant::compareTo).orElse(dataset.createdAt());
        return new WireAccessibleDataset(
                UUID.fromString(dataset.hash()),
                dataset.backingFolder(),
                dataset.title(),
                rows.stream().map(row -> UUID.fromString(row.hash())).toList(),
                first);
    }

    private static WireGroupLayout layout(DataGroup group) {
        Map<String, WireGroupMember> members = new LinkedHashMap<>();
        group.members().forEach((key, uuid) -> members.put(key, new WireGroupMember(uuid)));
        return new WireGroupLayout(members, group.layout(), group.settings());
    }

    private static StorageFolders.Patch of(WireItemPatch patch) {
        return new StorageFolders.Patch(patch.name(), patch.description(), patch.clientMetadata());
    }

    private static Set<UploadKind> kinds(List<String> names) {
        Set<UploadKind> kinds = EnumSet.noneOf(UploadKind.class);
        names.forEach(name -> kinds.add(kind("itemTypes", name)));
        return kinds;
    }

    static UploadKind kind(String parameter, String name) {
        return UploadKind.ofWireName(name)
                .orElseThrow(() -> RefusedException.invalid(parameter + " names a type of item that does not exist."));
    }

    private static @Nullable ObjectUrls links(RestCall call, boolean wanted) {
        return wanted ? call.links() : null;
    }
}
