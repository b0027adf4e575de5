package io.encord4j;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Items of the storage. This is a part of {@link EncordStorage}, whose rules hold here.
 *
 * <pre>{@code
 * ItemFilter herons = ItemFilter.builder().search("heron").build();
 * ItemUpdate reviewed =
 *         ItemUpdate.builder().clientMetadata(Map.of("reviewed", true)).build();
 * Map<UUID, ItemUpdate> updates = new LinkedHashMap<>();
 * try (Stream<StorageItem> found = storage.findItems(folder, herons)) {
 *     found.forEach(item -> updates.put(item.uuid(), reviewed));
 * }
 * List<StorageItem> changed = storage.updateItems(updates);
 * }</pre>
 */
public sealed interface StorageItems permits EncordStorage {
    /**
     * Lists the items directly in a folder.
     *
     * @param filter which ones
     * @return the items; pages are fetched as they are read, so close the stream if it is not read to its end
     * @throws EncordException if that fails
     */
    Stream<StorageItem> listItems(UUID folder, ItemFilter filter);

    /**
     * Lists the items in a folder and in all folders below.
     *
     * @param filter which ones
     * @return the items, as {@link #listItems}
     * @throws EncordException if that fails
     */
    Stream<StorageItem> findItems(UUID folder, ItemFilter filter);

    /**
     * Lists items of all folders.
     *
     * @param filter which ones
     * @return the items, as {@link #listItems}
     * @throws EncordException if that fails
     */
    Stream<StorageItem> findItems(ItemFilter filter);

    /**
     * Reads an item without a signed URL.
     *
     * @param item its id
     * @return the item
     * @throws EncordException if that fails
     */
    default StorageItem getItem(UUID item) {
        return getItem(item, false);
    }

    /**
     * Reads an item.
     *
     * @param item its id
     * @param signUrl whether to fetch a signed URL
     * @return the item
     * @throws EncordException if that fails
     */
    StorageItem getItem(UUID item, boolean signUrl);

    /**
     * Reads items, a thousand at a time. One that is unknown fails the whole.
     *
     * @param wanted their ids
     * @param signUrls whether to fetch signed URLs, anew if earlier ones have expired
     * @return the items, in the order of their ids
     * @throws EncordException if that fails
     */
    List<StorageItem> getItems(Collection<UUID> wanted, boolean signUrls);

    /**
     * Changes an item. An update that changes nothing only reads it.
     *
     * @param item the item, for its id and its folder
     * @param update what changes
     * @return the item as it is now
     * @throws EncordException if that fails
     */
    StorageItem updateItem(StorageItem item, ItemUpdate update);

    /**
     * Changes items, a thousand at a time; each thousand is changed as a whole or not at all.
     *
     * @param updates what changes, by item
     * @return the items as they are now, in any order
     * @throws EncordException if that fails
     */
    List<StorageItem> updateItems(Map<UUID, ItemUpdate> updates);

    /**
     * Reads the parts of a composed item.
     *
     * @param signUrls whether to fetch signed URLs
     * @return the parts in order; none for other items, without a call
     * @throws EncordException if that fails
     */
    List<StorageItem> getChildItems(StorageItem item, boolean signUrls);

    /**
     * Tells where an item is used.
     *
     * @return the composed items and datasets that use it
     * @throws EncordException if that fails
     */
    ItemSummary getItemSummary(StorageItem item);

    /**
     * Moves items to another folder, a thousand at a time.
     *
     * @param source the folder that they lie in
     * @param moved the items
     * @param target the folder that they go to
     * @param allowSyncedDatasetMove whether a dataset that mirrors the source may lose their rows, with the labels
     * @throws EncordException if that fails
     */
    void moveItems(UUID source, Collection<UUID> moved, UUID target, boolean allowSyncedDatasetMove);

    /**
     * Deletes items, a thousand at a time, with the rows that link them and the files that Encord hosts.
     *
     * @param folder the folder that they lie in
     * @param deleted the items
     * @param removeUnusedFrames whether the parts of composed items go too, unless others use them
     * @throws EncordException if that fails
     */
    void deleteItems(UUID folder, Collection<UUID> deleted, boolean removeUnusedFrames);

    /**
     * Downloads the file of an item. The bytes go to a temporary file beside the target, as with {@link DatasetRows#download}.
     *
     * @param file the file, which is replaced
     * @return how many bytes it has
     * @throws EncordException if that fails
     */
    long downloadItem(UUID item, Path file);

    /**
     * Downloads the file of an item, by the signed URL that came with it as long as that is valid, else by new ones.
     *
     * @param file the file, which is replaced
     * @return how many bytes it has
     * @throws EncordException if that fails
     */
    long downloadItem(StorageItem item, Path file);

    /**
     * Creates items that show others together.
     *
     * @param folder the folder that they go to
     * @param groups what they show; none makes no call
     * @return their ids, in order
     * @throws EncordException if that fails
     */
    List<UUID> createDataGroups(UUID folder, Collection<DataGroup> groups);

    /**
     * Gives items in the user's cloud other URLs or another integration, a thousand at a time; each thousand as a whole or not at all.
     *
     * @param migration what changes; nothing makes no call
     * @throws EncordException if that fails; a suppressed exception says what was changed before
     */
    void migrateItems(CloudMigration migration);

    /**
     * Starts to re-encode videos.
     *
     * @param videos the items
     * @param title names the work for people
     * @param force whether also videos are encoded that need not be
     * @return the work, which ends with the items that the service names
     * @throws EncordException if that fails
     */
    Operation<List<UUID>> reEncodeItems(Collection<UUID> videos, String title, boolean force);

    /**
     * Resumes a re-encoding, of another process for instance.
     *
     * @param job the id of the operation
     * @return the work
     * @throws EncordException if that fails
     */
    Operation<List<UUID>> itemReEncoding(UUID job);
}
