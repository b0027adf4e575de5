package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may touch which folder and item. A role on a folder, by membership or group, covers everything below it; the strongest
 * counts. What is unknown and what is forbidden look the same.
 */
public final class FolderAccess {

    private FolderAccess() {}

    /**
     * Finds a folder for somebody who wants to look at it.
     *
     * @param uuid names the folder
     * @return the folder
     * @throws RefusedException if there is none, or the user has no access
     */
    public static Folder folder(PlatformState state, User user, UUID uuid) {
        Folder folder = state.files().folders().find(uuid);
        if (folder == null || role(state, user, folder).isEmpty()) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED, "There is no folder " + uuid + ", or you have no access to it.");
        }
        return folder;
    }

    /**
     * Finds a folder for somebody who wants to change it or what is in it.
     *
     * @param uuid names the folder
     * @return the folder
     * @throws RefusedException if there is none, or the user is none of its admins
     */
    public static Folder administered(PlatformState state, User user, UUID uuid) {
        Folder folder = folder(state, user, uuid);
        if (role(state, user, folder).filter(Role.ADMIN::equals).isEmpty()) {
            throw RefusedException.of(RefusalKind.NOT_AUTHORISED, "Only an admin of folder " + uuid + " may do this.");
        }
        return folder;
    }

    /** Finds a folder for somebody who wants to add files, or to take them away. */
    static Folder filled(PlatformState state, User user, UUID uuid) {
        Folder folder = administered(state, user, uuid);
        if (folder.source() != null) {
            throw RefusedException.invalid(
                    "Folder " + uuid + " is synchronised with a bucket: what is in it is changed there.");
        }
        return folder;
    }

    /**
     * Finds an item for somebody who wants to look at it.
     *
     * @param uuid names the item
     * @return the item
     * @throws RefusedException if there is none, or the user has no access to its folder
     */
    public static SharedItem item(PlatformState state, User user, UUID uuid) {
        SharedItem item = state.files().items().get(uuid);
        if (item == null || !maySee(state, user, item)) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED, "There is no item " + uuid + ", or you have no access to it.");
        }
        return item;
    }

    /**
     * Finds an item by its folder.
     *
     * @param uuid names the item
     * @return the item
     * @throws RefusedException if it does not lie directly in the folder, or the user has no access
     */
    public static SharedItem item(PlatformState state, User user, UUID folder, UUID uuid) {
        folder(state, user, folder);
        SharedItem item = state.files().items().get(uuid);
        if (item == null || !folder.equals(item.at().folder())) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED, "There is no item " + uuid + " in folder " + folder + ".");
        }
        return item;
    }

    /**
     * Tells what somebody may do.
     *
     * @param user who
     * @return the strongest role; empty for a stranger
     */
    public static Optional<Role> role(PlatformState state, User user, Folder folder) {
        return isOrganisationAdmin(user, folder) ? Optional.of(Role.ADMIN) : memberRole(state, user, folder);
    }

    /** Tells what somebody may do who has no say in the whole organisation. */
    static Optional<Role> memberRole(PlatformState state, User user, Folder folder) {
        return state.files()
                .folders()
                .upwardsFrom(folder.uuid())
                .flatMap(around -> ownRole(state, user, around).stream())
                .min(Role::compareTo);
    }

    static boolean isOrganisationAdmin(User user, Folder folder) {
        return user.organisationAdmin() && user.organisation().equals(folder.organisation());
    }

    static boolean maySee(PlatformState state, User user, SharedItem item) {
        Folder folder = state.files().folders().find(item.at().folder());
        return folder != null && role(state, user, folder).isPresent();
    }

    /** Items can be linked by those who see them, or see a dataset that links them. */
    static boolean mayLink(PlatformState state, Actor actor, SharedItem item) {
        if (actor instanceof Actor.Person person && maySee(state, person.user(), item)) {
            return true;
        }
        return item.rows().stream().anyMatch(row -> mayOpen(state, actor, row.datasetHash()));
    }

    private static boolean mayOpen(PlatformState state, Actor actor, String datasetHash) {
        Dataset dataset = state.datasets().get(datasetHash);
        if (actor instanceof Actor.Person person) {
            return dataset != null && Access.mayOpen(state, person.user(), dataset);
        }
        return actor instanceof Actor.KeyHolder holder
                && holder.key().datasetHash().equals(datasetHash);
    }

    private static Optional<Role> ownRole(PlatformState state, User user, Folder folder) {
        Role best = folder.members().get(user.hash());
        for (Map.Entry<UUID, Role> entry : folder.groups().entrySet()) {
            Group group = state.identities().groups().get(entry.getKey());
            if (best != Role.ADMIN && group != null && group.members().contains(user.hash())) {
                best = entry.getValue() == Role.ADMIN || best == null ? entry.getValue() : best;
            }
        }
        return Optional.ofNullable(best);
    }
}
