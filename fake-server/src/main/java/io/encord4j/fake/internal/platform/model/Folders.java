package io.encord4j.fake.internal.platform.model;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the storage.
 *
 * @param byUuid folder by id, in the order they were made
 * @param children ids of the folders in a folder, by its id
 * @param buckets what lies in buckets, by the place that cloud-synced folders mirror
 * @param encodings re-encoding of items by id
 * @param lastNumber the number given last to a folder or an item
 */
public record Folders(
        PersistentMap<UUID, Folder> byUuid,
        PersistentMap<UUID, PersistentSet<UUID>> children,
        PersistentMap<String, List<BucketObject>> buckets,
        PersistentMap<UUID, ItemEncoding> encodings,
        long lastNumber) {

    /** No folders. */
    public static final Folders NONE = new Folders(
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentHashMapOf(),
            ExtensionsKt.persistentHashMapOf(),
            ExtensionsKt.persistentHashMapOf(),
            0);

    /**
     * Finds a folder.
     *
     * @param uuid names it
     * @return the folder, or null if there is none
     */
    public @Nullable Folder find(@Nullable UUID uuid) {
        return uuid == null ? null : byUuid.get(uuid);
    }

    /**
     * Adds or replaces a folder.
     *
     * @return with the folder
     */
    public Folders with(Folder folder) {
        Folder old = byUuid.get(folder.uuid());
        PersistentMap<UUID, PersistentSet<UUID>> tree = children;
        if (old == null || !Objects.equals(old.parent(), folder.parent())) {
            tree = unhooked(tree, old);
            UUID parent = folder.parent();
            if (parent != null) {
                tree = tree.put(parent, in(tree, parent).add(folder.uuid()));
            }
        }
        return new Folders(
                byUuid.put(folder.uuid(), folder), tree, buckets, encodings, Math.max(lastNumber, folder.number()));
    }

    /**
     * Takes a folder away.
     *
     * @param folder the folder, with nothing in it
     * @return without the folder
     */
    public Folders without(Folder folder) {
        return new Folders(byUuid.remove(folder.uuid()), unhooked(children, folder), buckets, encodings, lastNumber);
    }

    /**
     * Goes on counting.
     *
     * @param number the number given last
     * @return counting from there
     */
    public Folders numberedTo(long number) {
        return new Folders(byUuid, children, buckets, encodings, Math.max(lastNumber, number));
    }

    /**
     * Says what lies in a bucket.
     *
     * @param remoteUrl the place that cloud-synced folders mirror
     * @param objects all that lies there
     * @return with these objects
     */
    public Folders withBucket(String remoteUrl, List<BucketObject> objects) {
        return new Folders(byUuid, children, buckets.put(remoteUrl, List.copyOf(objects)), encodings, lastNumber);
    }

    /**
     * Adds or replaces a re-encoding of items.
     *
     * @param encoding the re-encoding
     * @return with it
     */
    public Folders with(ItemEncoding encoding) {
        return new Folders(byUuid, children, buckets, encodings.put(encoding.uuid(), encoding), lastNumber);
    }

    /**
     * Lists the folders directly in a folder.
     *
     * @param uuid names the folder
     * @return its subfolders, in no particular order
     */
    public Stream<Folder> in(UUID uuid) {
        return in(children, uuid).stream().map(byUuid::get);
    }

    /**
     * Lists all folders below a folder.
     *
     * @param uuid names the folder
     * @return the folders of all levels below it, without itself
     */
    public Stream<Folder> below(UUID uuid) {
        return in(uuid).flatMap(child -> Stream.concat(Stream.of(child), below(child.uuid())));
    }

    /**
     * Walks to the top level.
     *
     * @param uuid where to begin, or null for nowhere
     * @return the folder, then the folders around it, outwards
     */
    public Stream<Folder> upwardsFrom(@Nullable UUID uuid) {
        return Stream.iterate(find(uuid), folder -> folder != null, folder -> find(folder.parent()));
    }

    private static PersistentMap<UUID, PersistentSet<UUID>> unhooked(
            PersistentMap<UUID, PersistentSet<UUID>> tree, @Nullable Folder folder) {
        UUID parent = folder == null ? null : folder.parent();
        return folder == null || parent == null
                ? tree
                : tree.put(parent, in(tree, parent).remove(folder.uuid()));
    }

    private static PersistentSet<UUID> in(PersistentMap<UUID, PersistentSet<UUID>> tree, UUID uuid) {
        PersistentSet<UUID> found = tree.get(uuid);
        return found == null ? ExtensionsKt.persistentHashSetOf() : found;
    }

    /** Counts; there can be many. */
    @Override
    public String toString() {
        return "Folders[" + byUuid.size() + "]";
    }
}
