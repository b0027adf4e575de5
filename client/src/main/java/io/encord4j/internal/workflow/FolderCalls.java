package io.encord4j.internal.workflow;

import io.encord4j.DatasetUserRole;
import io.encord4j.FolderFilter;
import io.encord4j.FolderGroup;
import io.encord4j.FolderOptions;
import io.encord4j.FolderSummary;
import io.encord4j.FolderUpdate;
import io.encord4j.InvalidValueException;
import io.encord4j.StorageFilter;
import io.encord4j.StorageFolder;
import io.encord4j.internal.mapping.Storage;
import io.encord4j.internal.workflow.Pages.Page;
import io.encord4j.wire.api.StorageFoldersApi;
import io.encord4j.wire.model.WireAddFolderGroupsRequest;
import io.encord4j.wire.model.WireCloudSyncedFolderParams;
import io.encord4j.wire.model.WireCreateFolderRequest;
import io.encord4j.wire.model.WireFolderPatch;
import io.encord4j.wire.model.WireFolderPatches;
import io.encord4j.wire.model.WireMoveFoldersRequest;
import io.encord4j.wire.model.WireStorageFolderPage;
import io.encord4j.wire.model.WireStorageFolderRole;
import io.encord4j.wire.model.WireStorageSortOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The calls about folders. */
public final class FolderCalls {
    private static final FolderFilter WALK =
            FolderFilter.builder().pageSize(Chunks.SIZE).build();

    private final StorageContext context;
    private final StorageFoldersApi api;

    public FolderCalls(StorageContext context) {
        this.context = context;
        this.api = context.folders();
    }

    public StorageFolder create(String name, FolderOptions options) {
        return Storage.folder(context.execute(api.createFolder(new WireCreateFolderRequest(
                name,
                options.description(),
                options.parent(),
                Storage.text(options.clientMetadata()),
                cloud(options)))));
    }

    private static @Nullable WireCloudSyncedFolderParams cloud(FolderOptions options) {
        if (options.integrationUuid() == null && options.remoteUrl() == null) {
            return null;
        }
        if (options.integrationUuid() == null || options.remoteUrl() == null) {
            throw new InvalidValueException(
                    options.remoteUrl() == null ? "remoteUrl" : "integrationUuid",
                    "A cloud-synced folder needs an integration and a place in its bucket.",
                    "Set both, or none for an ordinary folder.");
        }
        return new WireCloudSyncedFolderParams(options.integrationUuid(), options.remoteUrl());
    }

    public StorageFolder get(UUID folder) {
        return Storage.folder(context.execute(api.getFolder(folder)));
    }

    public Stream<StorageFolder> topLevel(FolderFilter filter) {
        return stream(token -> api.listFolders(
                filter.search(),
                false,
                filter.datasetSynced(),
                organisation(filter),
                order(filter),
                filter.descending(),
                token,
                filter.pageSize()));
    }

    public Stream<StorageFolder> everywhere(FolderFilter filter) {
        return stream(token -> api.searchFolders(
                filter.search(),
                false,
                filter.datasetSynced(),
                organisation(filter),
                order(filter),
                filter.descending(),
                token,
                filter.pageSize()));
    }

    public Stream<StorageFolder> below(UUID folder, FolderFilter filter, boolean recursive) {
        return stream(token -> api.listSubfolders(
                folder,
                filter.search(),
                recursive,
                filter.datasetSynced(),
                order(filter),
                filter.descending(),
                token,
                filter.pageSize()));
    }

    private interface Question {
        Call<WireStorageFolderPage> ask(@Nullable String token);
    }

    private Stream<StorageFolder> stream(Question question) {
        return Pages.stream(token -> {
            WireStorageFolderPage page = context.execute(question.ask(token));
            return new Page<>(page.results().stream().map(Storage::folder).toList(), page.nextPageToken());
        });
    }

    static @Nullable Boolean organisation(StorageFilter filter) {
        return filter.includeOrganisation() ? true : null;
    }

    static WireStorageSortOrder order(StorageFilter filter) {
        return new WireStorageSortOrder(filter.order().value());
    }

    /** A folder and all below it. */
    public Stream<StorageFolder> walk(UUID root) {
        return FolderWalk.from(Stream.of(root).map(this::get), above -> below(above.uuid(), WALK, false));
    }

    /** The first folder of exactly this name, at the top level or directly below another one. */
    public Optional<StorageFolder> named(String name, @Nullable UUID parent) {
        FolderFilter filter =
                FolderFilter.builder().search(name).pageSize(Chunks.SIZE).build();
        try (Stream<StorageFolder> folders = parent == null ? topLevel(filter) : below(parent, filter, false)) {
            return folders.filter(folder -> name.equals(folder.name())).findFirst();
        }
    }

    public StorageFolder update(UUID folder, FolderUpdate update) {
        WireFolderPatch patch = patch(update);
        return isEmpty(patch) ? get(folder) : Storage.folder(context.execute(api.updateFolder(folder, patch)));
    }

    public List<StorageFolder> update(Map<UUID, FolderUpdate> updates) {
        return Chunks.map(List.copyOf(updates.entrySet()), some -> {
            Map<String, WireFolderPatch> patches = new LinkedHashMap<>();
            some.forEach(entry -> patches.put(entry.getKey().toString(), patch(entry.getValue())));
            return context.execute(api.updateFolders(new WireFolderPatches(patches))).results().stream()
                    .map(Storage::folder)
                    .toList();
        });
    }

    private static WireFolderPatch patch(FolderUpdate update) {
        return new WireFolderPatch(update.name(), update.description(), update.clientMetadata());
    }

    private static boolean isEmpty(WireFolderPatch patch) {
        return patch.name() == null && patch.description() == null && patch.clientMetadata() == null;
    }

    public void move(List<UUID> folders, @Nullable UUID target) {
        if (!folders.isEmpty()) {
            context.perform(api.moveFolders(new WireMoveFoldersRequest(folders, target)));
        }
    }

    public void delete(UUID folder) {
        context.perform(api.deleteFolder(folder));
    }

    public FolderSummary summary(UUID folder) {
        return Storage.summary(context.execute(api.getFolderSummary(folder)));
    }

    public List<FolderGroup> groups(UUID folder) {
        return context.execute(api.listFolderGroups(folder)).results().stream()
                .map(Storage::group)
                .toList();
    }

    public void addGroups(UUID folder, List<UUID> groups, DatasetUserRole role) {
        if (!groups.isEmpty()) {
            context.perform(api.addFolderGroups(
                    folder, new WireAddFolderGroupsRequest(groups, new WireStorageFolderRole(role.value()))));
        }
    }

    public void removeGroups(UUID folder, List<UUID> groups) {
        if (!groups.isEmpty()) {
            context.perform(api.removeFolderGroups(folder, groups));
        }
    }

    public UUID startSync(UUID folder) {
        return context.execute(api.startFolderSync(folder));
    }
}
