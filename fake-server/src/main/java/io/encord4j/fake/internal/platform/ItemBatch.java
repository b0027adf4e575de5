package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.FolderContents;
import io.encord4j.fake.internal.platform.model.Folders;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.RowRef;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * Items and rows that come, change or go together; one pass over the maps for any number of them. It keeps what belongs
 * together together: a mirror dataset has a row for each item below its backing folder, rows and items know each other, and
 * hosted bytes live exactly as long as an item of one file that needs them.
 */
public final class ItemBatch {

    private final Transaction tx;
    private final Instant at;
    private final Folders folders;
    private final PersistentMap.Builder<UUID, SharedItem> items;
    private final PersistentMap.Builder<String, StoredObject> objects;
    private final Map<String, PersistentMap.Builder<String, DataRow>> rows = new LinkedHashMap<>();
    private final Map<UUID, FolderContents> contents = new HashMap<>();
    private long number;

    /** Begins with the state so far; nothing of the batch is in it before {@link #commit}. */
    public ItemBatch(Transaction tx, Instant at) {
        this.tx = tx;
        this.at = at;
        PlatformState state = tx.state();
        this.folders = state.files().folders();
        this.items = state.files().items().builder();
        this.objects = state.files().objects().builder();
        this.number = folders.lastNumber();
    }

    /** Counts one item more. */
    public long newNumber() {
        return ++number;
    }

    /** Finds an item as it is now. */
    public @Nullable SharedItem find(UUID uuid) {
        return items.get(uuid);
    }

    /** Adds an item, whose parts are there already; a mirror dataset of its folder gets a row for it. */
    void add(SharedItem item) {
        place(item);
        UUID folder = item.at().folder();
        String mirror = folder == null || item.at().frame() ? null : mirrorOf(folder);
        if (mirror != null) {
            link(item.uuid(), mirror, tx.newHash(), item.about().name());
        }
    }

    /** Adds an item without any row. */
    public void place(SharedItem item) {
        put(item);
        if (item.item().content() instanceof StoredFile file) {
            count(file, 1);
        }
        item.children().forEach(child -> put(present(child).partOf(item.uuid())));
        list(item);
    }

    /** Adds an item and makes the row for it, also where no mirror does so by itself. */
    public DataRow addTo(Dataset dataset, SharedItem item, String dataHash) {
        UUID folder = item.at().folder();
        if (folder != null && dataset.hash().equals(mirrorOf(folder))) {
            place(item);
        } else {
            add(item);
        }
        return link(item.uuid(), dataset.hash(), dataHash, item.about().name());
    }

    /** Adds a row as it is for an item that is there. */
    public void put(String datasetHash, DataRow row) {
        rows(datasetHash).put(row.hash(), row);
        put(present(row.item().uuid()).linkedBy(new RowRef(datasetHash, row.hash())));
    }

    /** Makes the row of an item that its mirror dataset lacks. */
    public void mirror(UUID uuid) {
        SharedItem item = present(uuid);
        UUID folder = item.at().folder();
        String mirror = folder == null ? null : mirrorOf(folder);
        if (mirror != null
                && item.rows().stream().noneMatch(row -> row.datasetHash().equals(mirror))) {
            link(uuid, mirror, tx.newHash(), item.about().name());
        }
    }

    /** Makes a row for an item. */
    DataRow link(UUID uuid, String datasetHash, String dataHash, String title) {
        SharedItem item = present(uuid);
        DataRow row =
                DataRow.fresh(dataHash, title, item.item(), at, item.about().metadata());
        rows(datasetHash).put(dataHash, row);
        put(item.linkedBy(new RowRef(datasetHash, dataHash)));
        return row;
    }

    /**
     * Takes a row away. The item goes too if no row links it any more and it lies where rows are all there is: in the
     * backing folder of a mirror dataset, or in no folder at all.
     */
    void unlink(String datasetHash, String dataHash) {
        DataRow row = dropRow(new RowRef(datasetHash, dataHash));
        SharedItem item = row == null ? null : items.get(row.item().uuid());
        if (item == null || !item.rows().isEmpty() || !item.groups().isEmpty()) {
            return;
        }
        UUID folder = item.at().folder();
        if (folder == null || mirrorOf(folder) != null) {
            remove(item.uuid(), true);
        }
    }

    /** Takes an item away, with all its rows, and with its parts that nothing else uses if that is wanted. */
    int remove(UUID uuid, boolean withFrames) {
        SharedItem item = items.remove(uuid);
        if (item == null) {
            return 0;
        }
        item.rows().forEach(row -> rows(row.datasetHash()).remove(row.dataHash()));
        unlist(item);
        if (item.item().content() instanceof StoredFile file) {
            count(file, -1);
        }
        item.groups().forEach(group -> loseMember(group, uuid));
        int removed = 1;
        for (UUID child : item.children()) {
            SharedItem left = items.get(child);
            if (left != null) {
                left = left.notPartOf(uuid);
                put(left);
                boolean unused = left.at().frame()
                        && left.groups().isEmpty()
                        && left.rows().isEmpty();
                // Without a folder there is no list and no call that could ever remove it.
                removed += unused && (withFrames || left.at().folder() == null) ? remove(child, true) : 0;
            }
        }
        return removed;
    }

    /** Moves an item with the parts that came with it; its rows in mirror datasets follow. */
    void move(UUID uuid, UUID target) {
        SharedItem item = present(uuid);
        UUID source = item.at().folder();
        if (target.equals(source)) {
            return;
        }
        unlist(item);
        SharedItem moved = item.in(target, at);
        put(moved);
        list(moved);
        for (UUID child : item.children()) {
            SharedItem part = items.get(child);
            if (part != null && part.at().frame() && Objects.equals(part.at().folder(), source)) {
                put(part.in(target, at));
            }
        }
        follow(uuid, source == null ? null : mirrorOf(source), mirrorOf(target));
    }

    /** Lets the rows of an item follow it from one mirror dataset to another. */
    void follow(UUID uuid, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        for (RowRef row : present(uuid).rows()) {
            if (row.datasetHash().equals(before)) {
                dropRow(row);
            }
        }
        if (after != null) {
            SharedItem item = present(uuid);
            link(uuid, after, tx.newHash(), item.about().name());
        }
    }

    /** Says something else of an item. Metadata are those of its rows, too. */
    void say(UUID uuid, SharedItem.About about) {
        SharedItem item = present(uuid);
        boolean renamed = !about.name().equals(item.about().name());
        if (renamed) {
            unlist(item);
        }
        SharedItem changed = item.saying(about);
        put(changed);
        if (renamed) {
            list(changed);
        }
        Map<String, @Nullable Object> metadata = about.metadata();
        if (metadata != null && !metadata.equals(item.about().metadata())) {
            for (RowRef ref : item.rows()) {
                PersistentMap.Builder<String, DataRow> all = rows(ref.datasetHash());
                DataRow row = all.get(ref.dataHash());
                if (row != null) {
                    all.put(ref.dataHash(), row.withMetadata(metadata, at));
                }
            }
        }
    }

    /**
     * Replaces what an item holds, also in its rows and in what it is a part of; hosted bytes are counted by neither, so it
     * must be of a bucket.
     */
    void replace(SharedItem changed) {
        put(changed);
        if (changed.item().content() instanceof StoredFile file) {
            for (UUID group : Set.copyOf(changed.groups())) {
                SharedItem composed = present(group);
                if (!(composed.item().content() instanceof DataGroup)) {
                    replace(composed.holdingPart(changed.uuid(), file));
                }
            }
        }
        for (RowRef ref : changed.rows()) {
            PersistentMap.Builder<String, DataRow> all = rows(ref.datasetHash());
            DataRow row = all.get(ref.dataHash());
            if (row != null) {
                all.put(ref.dataHash(), row.backedBy(changed.item()));
            }
        }
    }

    /** Puts everything into the state; a dataset counts as edited only if something happened to its rows. */
    public void commit() {
        rows.forEach((hash, builder) -> {
            PersistentMap<String, DataRow> changed = builder.build();
            if (changed != dataset(hash).rows()) {
                tx.put(dataset(hash).withRows(changed, at));
            }
        });
        tx.files(files -> {
            Folders next = files.folders().numberedTo(number);
            for (Map.Entry<UUID, FolderContents> entry : contents.entrySet()) {
                next = next.with(folder(next, entry.getKey()).holding(entry.getValue()));
            }
            return files.withItems(items.build()).withObjects(objects.build()).withFolders(next);
        });
    }

    /** Finds the mirror dataset that shows what lies in a folder: that of the nearest backing folder around it. */
    @Nullable
    String mirrorOf(UUID folder) {
        return folders.upwardsFrom(folder)
                .map(Folder::dataset)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Names the item that will hold a file: as was promised with its URL, unless there is such an item already. */
    public UUID itemFor(StoredFile file) {
        StoredObject object = file.isHosted() ? objects.get(file.link()) : null;
        return object == null || items.containsKey(object.itemUuid()) ? tx.newUuid() : object.itemUuid();
    }

    private @Nullable DataRow dropRow(RowRef ref) {
        PersistentMap.Builder<String, DataRow> all = rows(ref.datasetHash());
        // To remove what is not there confuses this builder of kotlinx 0.4.0: its own assertions fail then.
        @Nullable DataRow row = all.containsKey(ref.dataHash()) ? all.remove(ref.dataHash()) : null;
        SharedItem item = row == null ? null : items.get(row.item().uuid());
        if (item != null) {
            put(item.unlinkedBy(ref));
        }
        return row;
    }

    private void loseMember(UUID group, UUID member) {
        SharedItem composed = items.get(group);
        if (composed != null && composed.item().content() instanceof DataGroup data) {
            replace(composed.without(member, data.without(member)));
        }
    }

    private void list(SharedItem item) {
        UUID folder = item.at().folder();
        if (folder != null && !item.at().frame()) {
            contents.put(folder, contents(folder).with(item.place()));
        }
    }

    private void unlist(SharedItem item) {
        UUID folder = item.at().folder();
        if (folder != null && !item.at().frame()) {
            contents.put(folder, contents(folder).without(item.place()));
        }
    }

    private FolderContents contents(UUID folder) {
        FolderContents changed = contents.get(folder);
        return changed == null ? folder(folders, folder).contents() : changed;
    }

    private PersistentMap.Builder<String, DataRow> rows(String datasetHash) {
        return rows.computeIfAbsent(datasetHash, hash -> dataset(hash).rows().builder());
    }

    private Dataset dataset(String hash) {
        return Objects.requireNonNull(tx.state().datasets().get(hash));
    }

    private static Folder folder(Folders all, UUID uuid) {
        return Objects.requireNonNull(all.find(uuid));
    }

    private void put(SharedItem item) {
        items.put(item.uuid(), item);
    }

    private SharedItem present(UUID uuid) {
        return Objects.requireNonNull(items.get(uuid));
    }

    private void count(StoredFile file, int more) {
        StoredObject object = file.isHosted() ? objects.get(file.link()) : null;
        if (object == null) {
            return;
        }
        StoredObject counted = object.used(more);
        if (counted.uses() <= 0) {
            objects.remove(object.key());
        } else {
            objects.put(object.key(), counted);
        }
    }
}
