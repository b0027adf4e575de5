package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.FolderAccess;
import io.encord4j.fake.internal.platform.FolderGroups;
import io.encord4j.fake.internal.platform.Page;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.StorageFolders;
import io.encord4j.fake.internal.platform.model.CloudSource;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.wire.json.FreeFormJson;
import io.encord4j.fake.wire.model.WireAddFolderGroupsRequest;
import io.encord4j.fake.wire.model.WireCloudSyncedFolderParams;
import io.encord4j.fake.wire.model.WireCreateFolderRequest;
import io.encord4j.fake.wire.model.WireFolderGroup;
import io.encord4j.fake.wire.model.WireFolderGroupPage;
import io.encord4j.fake.wire.model.WireFolderPatch;
import io.encord4j.fake.wire.model.WireFolderPatches;
import io.encord4j.fake.wire.model.WireFolderSummary;
import io.encord4j.fake.wire.model.WireMoveFoldersRequest;
import io.encord4j.fake.wire.model.WireStorageFolder;
import io.encord4j.fake.wire.model.WireStorageFolderPage;
import io.encord4j.fake.wire.model.WireStorageFolderRole;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folders of the storage, and the groups that have access to them. */
final class FolderHandlers {

    private final JsonAdapter<WireCreateFolderRequest> createRequest;
    private final JsonAdapter<WireFolderPatch> patch;
    private final JsonAdapter<WireFolderPatches> patches;
    private final JsonAdapter<WireMoveFoldersRequest> moveRequest;
    private final JsonAdapter<WireAddFolderGroupsRequest> addGroupsRequest;

    FolderHandlers(Moshi moshi) {
        this.createRequest = moshi.adapter(WireCreateFolderRequest.class);
        this.patch = moshi.adapter(WireFolderPatch.class);
        this.patches = moshi.adapter(WireFolderPatches.class);
        this.moveRequest = moshi.adapter(WireMoveFoldersRequest.class);
        this.addGroupsRequest = moshi.adapter(WireAddFolderGroupsRequest.class);
    }

    WireStorageFolder create(RestCall call) {
        WireCreateFolderRequest request = call.payload(createRequest);
        WireCloudSyncedFolderParams params = request.cloudSyncedFolderParams();
        CloudSource source = params == null ? null : new CloudSource(params.integrationUuid(), params.remoteUrl());
        Folder.About about = new Folder.About(
                request.name(),
                Objects.requireNonNullElse(request.description(), ""),
                metadata(request.clientMetadata()));
        Folder made =
                call.world().update(tx -> StorageFolders.create(tx, call.user(), request.parent(), about, source));
        return folder(call, made);
    }

    WireStorageFolder get(RestCall call) {
        return folder(call, FolderAccess.folder(call.world().observe(), call.user(), call.folder()));
    }

    WireStorageFolderPage listTop(RestCall call) {
        return list(call, null, call.query().flag("isRecursive"));
    }

    /** Clients say that this is not recursive, but it is. */
    WireStorageFolderPage search(RestCall call) {
        return list(call, null, true);
    }

    WireStorageFolderPage listSubfolders(RestCall call) {
        return list(call, call.folder(), call.query().flag("isRecursive"));
    }

    private static WireStorageFolderPage list(RestCall call, @Nullable UUID parent, boolean recursive) {
        QueryParameters query = call.query();
        PlatformState state = call.world().observe();
        StorageFolders.Filter filter = new StorageFolders.Filter(
                query.text("search"), query.flagOrNull("datasetSynced"), query.flag("includeOrgAccess"));
        Page<Folder> page = StorageFolders.list(state, call.user(), parent, recursive, filter, Lists.page(call));
        return WireFolders.page(state, call.user(), page);
    }

    WireStorageFolder update(RestCall call) {
        StorageFolders.Patch change = of(call.payload(patch));
        return folder(
                call,
                call.world()
                        .update(tx -> StorageFolders.patch(tx, call.user(), Map.of(call.folder(), change)))
                        .get(0));
    }

    WireStorageFolderPage updateAll(RestCall call) {
        Map<UUID, StorageFolders.Patch> changes = new LinkedHashMap<>();
        call.payload(patches)
                .folderPatches()
                .forEach((uuid, change) -> changes.put(QueryParameters.uuid("folderPatches", uuid), of(change)));
        List<Folder> changed = call.world().update(tx -> StorageFolders.patch(tx, call.user(), changes));
        return WireFolders.page(call.world().observe(), call.user(), new Page<>(changed, null));
    }

    void move(RestCall call) {
        WireMoveFoldersRequest request = call.payload(moveRequest);
        call.world().change(tx -> StorageFolders.move(tx, call.user(), request.folderUuids(), request.newParentUuid()));
    }

    void delete(RestCall call) {
        call.world().change(tx -> StorageFolders.delete(tx, call.user(), call.folder()));
    }

    WireFolderSummary summary(RestCall call) {
        PlatformState state = call.world().observe();
        Folder folder = FolderAccess.folder(state, call.user(), call.folder());
        Map<UploadKind, Integer> kinds = new EnumMap<>(UploadKind.class);
        int tombstones = 0;
        double size = 0;
        for (var place : folder.contents().byAge()) {
            SharedItem item = Objects.requireNonNull(state.files().items().get(place.uuid()));
            kinds.merge(item.item().kind(), 1, Integer::sum);
            tombstones += item.tombstone() ? 1 : 0;
            Long known = item.item().size();
            size += known == null ? 0 : known;
        }
        return new WireFolderSummary(
                folder.contents().byAge().size(),
                (int) state.files().folders().in(folder.uuid()).count(),
                kinds.getOrDefault(UploadKind.VIDEO, 0),
                kinds.getOrDefault(UploadKind.IMAGE, 0),
                kinds.getOrDefault(UploadKind.IMAGE_GROUP, 0),
                kinds.getOrDefault(UploadKind.IMAGE_SEQUENCE, 0),
                kinds.getOrDefault(UploadKind.DICOM_FILE, 0),
                kinds.getOrDefault(UploadKind.DICOM_SERIES, 0),
                kinds.getOrDefault(UploadKind.NIFTI, 0),
                kinds.getOrDefault(UploadKind.AUDIO, 0),
                kinds.getOrDefault(UploadKind.PDF, 0),
                kinds.getOrDefault(UploadKind.PLAIN_TEXT, 0),
                tombstones,
                size,
                folder.uploadJobs());
    }

    WireFolderGroupPage groups(RestCall call) {
        PlatformState state = call.world().observe();
        return new WireFolderGroupPage(
                FolderGroups.list(state, call.user(), call.folder()).stream()
                        .map(FolderHandlers::group)
                        .toList(),
                null);
    }

    void addGroups(RestCall call) {
        WireAddFolderGroupsRequest request = call.payload(addGroupsRequest);
        Role role = role(request.userRole());
        call.world().change(tx -> FolderGroups.add(tx, call.user(), call.folder(), request.groupHashList(), role));
    }

    void removeGroups(RestCall call) {
        List<UUID> groups = call.query().uuids("groupHashList");
        call.world().change(tx -> FolderGroups.remove(tx, call.user(), call.folder(), groups));
    }

    private static WireFolderGroup group(FolderGroups.FolderGroup access) {
        Group group = access.group();
        return new WireFolderGroup(
                group.hash(),
                group.name(),
                group.description(),
                group.createdAt(),
                access.sameOrganisation(),
                WireFolders.role(access.role()));
    }

    private static Role role(WireStorageFolderRole role) {
        if (role.equals(WireStorageFolderRole.ADMIN)) {
            return Role.ADMIN;
        }
        if (role.equals(WireStorageFolderRole.USER)) {
            return Role.USER;
        }
        throw invalid("userRole must be admin or user.");
    }

    private static StorageFolders.Patch of(WireFolderPatch patch) {
        return new StorageFolders.Patch(patch.name(), patch.description(), patch.clientMetadata());
    }

    private static WireStorageFolder folder(RestCall call, Folder folder) {
        return WireFolders.folder(call.world().observe(), call.user(), folder);
    }

    /** Where a folder is made, metadata are a text that holds a JSON object. */
    private static @Nullable Map<String, @Nullable Object> metadata(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Object value;
        try {
            value = new FreeFormJson().fromJson(text);
        } catch (IOException | JsonDataException e) {
            throw invalid("clientMetadata must be the text of a JSON object: " + e.getMessage() + ".");
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid("clientMetadata must be the text of a JSON object.");
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        map.forEach((key, entry) -> metadata.put(String.valueOf(key), entry));
        return metadata;
    }

    private static RuntimeException invalid(String message) {
        return RefusedException.invalid(message);
    }
}
