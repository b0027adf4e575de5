package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.RowRef;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finding, changing, moving and deleting items of the storage. */
public final class StorageItems {

    /**
     * Where an item is used. The counts cover everything, the lists what the user may see.
     *
     * @param groupCount how many composed items it is a part of
     * @param groups those of them that the user sees
     * @param datasetCount how many datasets link it
     * @param datasets those of them that the user may open, with the rows
     */
    public record Usage(
            SharedItem item,
            int groupCount,
            List<SharedItem> groups,
            int datasetCount,
            Map<Dataset, List<DataRow>> datasets) {}

    private StorageItems() {}

    /**
     * Finds items, all or none.
     *
     * @param uuids the items
     * @return the items in the order asked
     * @throws RefusedException if there is no such item, or the user has no access to it
     */
    public static List<SharedItem> find(PlatformState state, User user, List<UUID> uuids) {
        return uuids.stream().map(uuid -> FolderAccess.item(state, user, uuid)).toList();
    }

    /**
     * Changes items, all or none.
     *
     * @param patches what to change, by item; a description has no effect
     * @return the items after it
     * @throws RefusedException if the user is no admin of the folder of one, or a change makes no sense
     */
    public static List<SharedItem> patch(Transaction tx, User user, Map<UUID, StorageFolders.Patch> patches) {
        StorageFolders.Patch.checkAll(patches.values());
        for (UUID uuid : patches.keySet()) {
            administered(tx.state(), user, FolderAccess.item(tx.state(), user, uuid));
        }
        patches.values().forEach(StorageFolders.Patch::check);
        ItemBatch batch = new ItemBatch(tx, tx.now());
        patches.forEach((uuid, patch) -> {
            if (patch.name() != null || patch.metadata() != null) {
                SharedItem.About about =
                        Objects.requireNonNull(batch.find(uuid)).about();
                batch.say(
                        uuid,
                        new SharedItem.About(
                                Objects.requireNonNullElse(patch.name(), about.name()),
                                patch.metadata() == null ? about.metadata() : patch.metadata(),
                                tx.now()));
            }
        });
        batch.commit();
        return find(tx.state(), user, List.copyOf(patches.keySet()));
    }

    /**
     * Lists the parts of a composed item that the user may see, in their order.
     *
     * @param folder the folder of the item
     * @param uuid names the item
     * @return the parts; none if it is not composed
     * @throws RefusedException if the user has no access, or it does not lie in the folder
     */
    public static List<SharedItem> children(PlatformState state, User user, UUID folder, UUID uuid) {
        return FolderAccess.item(state, user, folder, uuid).children().stream()
                .map(child -> state.files().items().get(child))
                .filter(child -> child != null && FolderAccess.maySee(state, user, child))
                .toList();
    }

    /**
     * Tells where an item is used.
     *
     * @param folder the folder of the item
     * @param uuid names the item
     * @return the uses
     * @throws RefusedException if the user has no access, or it does not lie in the folder
     */
    public static Usage usage(PlatformState state, User user, UUID folder, UUID uuid) {
        SharedItem item = FolderAccess.item(state, user, folder, uuid);
        Set<UUID> groups = new LinkedHashSet<>(item.groups());
        List<SharedItem> seen = groups.stream()
                .map(group -> state.files().items().get(group))
                .filter(group -> group != null && FolderAccess.maySee(state, user, group))
                .toList();
        Map<String, List<DataRow>> rows = new LinkedHashMap<>();
        for (RowRef ref : item.rows()) {
            Dataset dataset = Objects.requireNonNull(state.datasets().get(ref.datasetHash()));
            rows.computeIfAbsent(ref.datasetHash(), hash -> new ArrayList<>())
                    .add(Objects.requireNonNull(dataset.rows().get(ref.dataHash())));
        }
        Map<Dataset, List<DataRow>> datasets = new LinkedHashMap<>();
        rows.forEach((hash, linking) -> {
            Dataset dataset = Objects.requireNonNull(state.datasets().get(hash));
            if (Access.mayOpen(state, user, dataset)) {
                datasets.put(dataset, linking);
            }
        });
        return new Usage(item, groups.size(), seen, rows.size(), datasets);
    }

    /**
     * Moves items, all or none.
     *
     * @param source the folder in which they lie
     * @param uuids the items
     * @param target where they go
     * @param mayLeaveMirror whether a mirror dataset may lose their rows
     * @throws RefusedException if the user is no admin of a folder, an item does not lie in the source, a folder is
     *     synchronised with a bucket, or a mirror dataset would lose rows
     */
    public static void move(
            Transaction tx, User user, UUID source, List<UUID> uuids, UUID target, boolean mayLeaveMirror) {
        FolderAccess.filled(tx.state(), user, source);
        FolderAccess.filled(tx.state(), user, target);
        ItemBatch batch = new ItemBatch(tx, tx.now());
        uuids.forEach(uuid -> FolderAccess.item(tx.state(), user, source, uuid));
        String mirror = batch.mirrorOf(source);
        if (mirror != null && !mirror.equals(batch.mirrorOf(target)) && !uuids.isEmpty() && !mayLeaveMirror) {
            throw RefusedException.invalid("Dataset " + mirror + " mirrors folder " + source
                    + " and would lose the rows of the items; allow it with allowSyncedDatasetMove.");
        }
        for (UUID uuid : Set.copyOf(uuids)) {
            if (isPart(Objects.requireNonNull(batch.find(uuid)), batch)) {
                throw RefusedException.invalid("Item " + uuid + " is a part of a composed item; move that one.");
            }
        }
        uuids.forEach(uuid -> batch.move(uuid, target));
        batch.commit();
    }

    /**
     * Deletes items, all or none, with their rows and hosted bytes.
     *
     * @param folder the folder in which they lie
     * @param uuids the items
     * @param withFrames whether parts of composed items go too, unless another composed item has them
     * @return how many items are gone, parts included
     * @throws RefusedException if the user is no admin of the folder, an item does not lie in it, the folder is
     *     synchronised with a bucket, or an item is a part of a composed item that stays
     */
    public static int delete(Transaction tx, User user, UUID folder, List<UUID> uuids, boolean withFrames) {
        FolderAccess.filled(tx.state(), user, folder);
        ItemBatch batch = new ItemBatch(tx, tx.now());
        Set<UUID> doomed = new LinkedHashSet<>(uuids);
        for (UUID uuid : doomed) {
            SharedItem item = FolderAccess.item(tx.state(), user, folder, uuid);
            for (UUID group : item.groups()) {
                if (!doomed.contains(group) && !isDataGroup(batch.find(group))) {
                    throw RefusedException.invalid(
                            "Item " + uuid + " is a part of item " + group + ", which needs it.");
                }
            }
        }
        int removed = 0;
        for (UUID uuid : doomed) {
            removed += batch.remove(uuid, withFrames);
        }
        batch.commit();
        return removed;
    }

    /** Only what lists show can be changed by all who may change the folder. */
    static Folder administered(PlatformState state, User user, SharedItem item) {
        UUID folder = item.at().folder();
        if (folder == null) {
            throw RefusedException.of(RefusalKind.NOT_AUTHORISED, "Item " + item.uuid() + " lies in no folder.");
        }
        return FolderAccess.administered(state, user, folder);
    }

    /** Frames follow their composed item. */
    private static boolean isPart(SharedItem item, ItemBatch batch) {
        return item.at().frame() && item.groups().stream().anyMatch(group -> !isDataGroup(batch.find(group)));
    }

    private static boolean isDataGroup(@Nullable SharedItem group) {
        return group != null && group.item().content() instanceof DataGroup;
    }
}
