package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;

/** The groups that have access to a folder and everything below it. */
public final class FolderGroups {

    /** A group with access to a folder. */
    public record FolderGroup(Group group, Role role, boolean sameOrganisation) {}

    private FolderGroups() {}

    /**
     * Lists the groups of a folder.
     *
     * @throws RefusedException if the user has no access
     */
    public static List<FolderGroup> list(PlatformState state, User user, UUID uuid) {
        Folder folder = FolderAccess.folder(state, user, uuid);
        return folder.groups().entrySet().stream()
                .map(entry -> {
                    Group group = Groups.find(state, entry.getKey());
                    return new FolderGroup(
                            group, entry.getValue(), group.organisation().equals(folder.organisation()));
                })
                .toList();
    }

    /**
     * Gives groups access. One that has it gets the role.
     *
     * @throws RefusedException if the user is no admin of the folder, or there is no such group
     */
    public static void add(Transaction tx, User user, UUID uuid, List<UUID> groups, Role role) {
        Folder folder = FolderAccess.administered(tx.state(), user, uuid);
        PersistentMap<UUID, Role> roles = folder.groups();
        for (UUID group : groups) {
            Groups.find(tx.state(), group);
            roles = roles.put(group, role);
        }
        StorageFolders.put(tx, folder.withGroups(roles));
    }

    /**
     * Takes access from groups. Those that have none are ignored.
     *
     * @throws RefusedException if the user is no admin of the folder, or there is no such group
     */
    public static void remove(Transaction tx, User user, UUID uuid, List<UUID> groups) {
        Folder folder = FolderAccess.administered(tx.state(), user, uuid);
        PersistentMap<UUID, Role> roles = folder.groups();
        for (UUID group : groups) {
            Groups.find(tx.state(), group);
            roles = roles.remove(group);
        }
        StorageFolders.put(tx, folder.withGroups(roles));
    }
}
