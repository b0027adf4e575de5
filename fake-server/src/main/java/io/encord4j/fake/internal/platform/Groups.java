package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;

/** Groups of users, and the datasets that they may open. */
public final class Groups {

    /**
     * A group of a dataset.
     *
     * @param role what its members may do
     * @param sameOrganisation whether it belongs to the organisation of the caller
     */
    public record DatasetGroup(Group group, Role role, boolean sameOrganisation) {}

    private Groups() {}

    /** Makes a group in the organisation of the world. */
    public static Group create(Transaction tx, String name, String description, Set<String> members) {
        UUID organisation = tx.state().identities().organisation();
        Group group = new Group(tx.newUuid(), organisation, name, description, tx.now(), members);
        tx.identities(who -> who.withGroup(group));
        return group;
    }

    /** Lists the groups of a user's organisation. */
    public static List<Group> ofOrganisation(PlatformState state, User user) {
        return state.identities().groups().values().stream()
                .filter(group -> group.organisation().equals(user.organisation()))
                .toList();
    }

    /** Lists the groups of a dataset, as a user sees them. */
    public static List<DatasetGroup> ofDataset(PlatformState state, User user, Dataset dataset) {
        return dataset.groups().entrySet().stream()
                .map(entry -> datasetGroup(state, user, entry))
                .toList();
    }

    /**
     * Gives groups access to a dataset. Groups that have it already keep their role.
     *
     * @throws RefusedException if a group does not exist
     */
    public static void add(OpenDataset open, List<UUID> groups, Role role) {
        Dataset dataset = open.dataset();
        PersistentMap<UUID, Role> members = dataset.groups();
        for (UUID hash : groups) {
            find(open.state(), hash);
            members = members.containsKey(hash) ? members : members.put(hash, role);
        }
        open.tx().put(dataset.withGroups(members));
    }

    /** Takes access to a dataset from groups. Groups that do not have it are ignored. */
    public static void remove(OpenDataset open, List<UUID> groups) {
        Dataset dataset = open.dataset();
        PersistentMap<UUID, Role> members = dataset.groups();
        for (UUID hash : groups) {
            members = members.remove(hash);
        }
        open.tx().put(dataset.withGroups(members));
    }

    private static DatasetGroup datasetGroup(PlatformState state, User user, Map.Entry<UUID, Role> entry) {
        Group group = find(state, entry.getKey());
        return new DatasetGroup(group, entry.getValue(), group.organisation().equals(user.organisation()));
    }

    static Group find(PlatformState state, UUID hash) {
        Group group = state.identities().groups().get(hash);
        if (group == null) {
            throw RefusedException.notFound("There is no group " + hash + ".");
        }
        return group;
    }
}
