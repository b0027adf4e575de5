package io.encord4j;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders of the storage. This is a part of {@link EncordStorage}, whose rules hold here. */
public sealed interface StorageFolders permits EncordStorage {
    /**
     * Creates a folder.
     *
     * @param name its name, which need not be unique
     * @param options what else to say
     * @return the folder
     * @throws EncordException if that fails
     */
    StorageFolder createFolder(String name, FolderOptions options);

    /**
     * Creates a folder at the top level.
     *
     * @param name its name, which need not be unique
     * @return the folder
     * @throws EncordException if that fails
     */
    default StorageFolder createFolder(String name) {
        return createFolder(name, FolderOptions.ofDefaults());
    }

    /**
     * Reads a folder.
     *
     * @param folder its id
     * @return the folder
     * @throws EncordException if that fails
     */
    StorageFolder getFolder(UUID folder);

    /**
     * Finds a folder by the names on the way to it. Of folders of one name the first is taken.
     *
     * @param path the names, from the top level on
     * @return the folder; empty if there is none, or no names
     * @throws EncordException if that fails
     */
    Optional<StorageFolder> findFolder(List<String> path);

    /**
     * Finds the first folder of a name, directly below the parent of the options, or creates it with the options.
     *
     * <p>Two programs that do this at the same time may create two folders, since the service has no call that does both.
     *
     * @param options where to look, and what else to say of a new folder
     * @return the folder
     * @throws EncordException if that fails
     */
    StorageFolder findOrCreateFolder(String name, FolderOptions options);

    /**
     * Finds the first folder of a name at the top level, or creates it there.
     *
     * @return the folder
     * @throws EncordException if that fails
     */
    default StorageFolder findOrCreateFolder(String name) {
        return findOrCreateFolder(name, FolderOptions.ofDefaults());
    }

    /**
     * Lists the folders at the top level.
     *
     * @param filter which ones
     * @return the folders; pages are fetched as they are read, so close the stream if it is not read to its end
     * @throws EncordException if that fails
     */
    Stream<StorageFolder> listFolders(FolderFilter filter);

    /**
     * Lists folders of all levels.
     *
     * @param filter which ones
     * @return the folders, as {@link #listFolders}
     * @throws EncordException if that fails
     */
    Stream<StorageFolder> findFolders(FolderFilter filter);

    /**
     * Lists the folders directly below another one.
     *
     * @param folder the folder above
     * @param filter which ones
     * @return the folders, as {@link #listFolders}
     * @throws EncordException if that fails
     */
    Stream<StorageFolder> listSubfolders(UUID folder, FolderFilter filter);

    /**
     * Lists all folders below another one, whatever their level.
     *
     * @param folder the folder above
     * @param filter which ones
     * @return the folders, as {@link #listFolders}
     * @throws EncordException if that fails
     */
    Stream<StorageFolder> findSubfolders(UUID folder, FolderFilter filter);

    /**
     * Walks through a folder and all below it, each folder before what is in it, by name within one. Unlike {@link #findSubfolders} it
     * begins with the folder itself and keeps each branch together.
     *
     * @param folder the folder to begin with
     * @return the folders, as {@link #listFolders}; what is in a folder is asked for when the next one is wanted
     * @throws EncordException if that fails
     */
    Stream<StorageFolder> walkFolders(UUID folder);

    /**
     * Changes a folder. An update that changes nothing only reads it.
     *
     * @param update what changes
     * @return the folder as it is now
     * @throws EncordException if that fails
     */
    StorageFolder updateFolder(UUID folder, FolderUpdate update);

    /**
     * Changes folders, a thousand at a time; each thousand is changed as a whole or not at all.
     *
     * @param updates what changes, by folder
     * @return the folders as they are now, in any order
     * @throws EncordException if that fails
     */
    List<StorageFolder> updateFolders(Map<UUID, FolderUpdate> updates);

    /**
     * Moves folders with all that is in them.
     *
     * @param moved the folders
     * @param target the new folder above; null for the top level
     * @throws EncordException if that fails
     */
    void moveFolders(Collection<UUID> moved, @Nullable UUID target);

    /**
     * Deletes a folder, which must be empty.
     *
     * @throws EncordException if that fails
     */
    void deleteFolder(UUID folder);

    /**
     * Counts what a folder holds directly.
     *
     * @return the counts
     * @throws EncordException if that fails
     */
    FolderSummary getFolderSummary(UUID folder);

    /**
     * Lists the groups of users with access to a folder.
     *
     * @return the groups
     * @throws EncordException if that fails
     */
    List<FolderGroup> listFolderGroups(UUID folder);

    /**
     * Gives groups of users access to a folder, or another role.
     *
     * @param groups the groups; none makes no call
     * @param role what their members may do
     * @throws EncordException if that fails
     */
    void addFolderGroups(UUID folder, Collection<UUID> groups, DatasetUserRole role);

    /**
     * Takes access to a folder away from groups of users.
     *
     * @param groups the groups; none makes no call
     * @throws EncordException if that fails
     */
    void removeFolderGroups(UUID folder, Collection<UUID> groups);

    /**
     * Starts to bring a cloud-synced folder up to date with its bucket.
     *
     * @return the work, which can be awaited
     * @throws EncordException if that fails
     */
    Operation<CloudSyncResult> startFolderSync(UUID folder);

    /**
     * Resumes a synchronisation, of another process for instance.
     *
     * @param job the id of the operation
     * @return the work, which can be awaited
     * @throws EncordException if that fails
     */
    Operation<CloudSyncResult> folderSync(UUID folder, UUID job);
}
