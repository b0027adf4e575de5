package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who may touch which dataset: membership decides, directly or through a group. */
public final class Access {

    private Access() {}

    /**
     * Finds a dataset for somebody who wants to read or change its data.
     *
     * @throws RefusedException if there is none, or the caller has no access
     */
    public static Dataset dataset(PlatformState state, Actor actor, String datasetHash) {
        Dataset dataset = state.datasets().get(datasetHash);
        if (dataset == null) {
            throw RefusedException.of(
                    state.choices().unknownDataset(), "There is no dataset " + Quoted.value(datasetHash) + ".");
        }
        if (actor instanceof Actor.Person person && !mayOpen(state, person.user(), dataset)) {
            throw noAccess("You are not a member of dataset " + datasetHash + ".");
        }
        if (actor instanceof Actor.KeyHolder holder
                && !holder.key().datasetHash().equals(datasetHash)) {
            throw noAccess("The API key does not belong to dataset " + datasetHash + ".");
        }
        return dataset;
    }

    /**
     * Opens a dataset for somebody who wants to change its data.
     *
     * @throws RefusedException if there is none, or the caller has no access
     */
    public static OpenDataset open(Transaction tx, Actor actor, String datasetHash) {
        dataset(tx.state(), actor, datasetHash);
        return new OpenDataset(tx, actor, datasetHash);
    }

    /**
     * Opens a dataset for somebody who wants to change its keys, members or groups. An API key that may write counts as
     * an admin, as far as such keys are taken at all: for adding members.
     *
     * @throws RefusedException if there is none, or the caller is not one of its admins
     */
    public static OpenDataset administer(Transaction tx, Actor actor, String datasetHash) {
        administered(tx.state(), actor, datasetHash);
        return new OpenDataset(tx, actor, datasetHash);
    }

    /**
     * Finds a dataset for somebody who wants to see its keys.
     *
     * @throws RefusedException if there is none, or the caller is not one of its admins
     */
    public static Dataset administered(PlatformState state, Actor actor, String datasetHash) {
        Dataset dataset = dataset(state, actor, datasetHash);
        if (actor instanceof Actor.Person person
                && (isOrganisationAdmin(person.user(), dataset)
                        || role(state, person.user(), dataset)
                                .filter(Role.ADMIN::equals)
                                .isPresent())) {
            return dataset;
        }
        if (actor instanceof Actor.KeyHolder holder && holder.key().scopes().contains(DatasetScope.WRITE)) {
            return dataset;
        }
        throw noAccess("Only an admin of dataset " + datasetHash + " may do this.");
    }

    /**
     * Returns what somebody may do as a member.
     *
     * @return the strongest role, by membership or group; empty for a stranger
     */
    public static Optional<Role> role(PlatformState state, User user, Dataset dataset) {
        Role best = dataset.members().get(user.hash());
        for (Map.Entry<UUID, Role> entry : dataset.groups().entrySet()) {
            Group group = state.identities().groups().get(entry.getKey());
            if (best != Role.ADMIN && group != null && group.members().contains(user.hash())) {
                best = entry.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    static boolean isOrganisationAdmin(User user, Dataset dataset) {
        return user.organisationAdmin() && user.organisation().equals(dataset.organisation());
    }

    static boolean mayOpen(PlatformState state, User user, Dataset dataset) {
        return isOrganisationAdmin(user, dataset) || role(state, user, dataset).isPresent();
    }

    private static RefusedException noAccess(String message) {
        return RefusedException.of(RefusalKind.NOT_AUTHORISED, message);
    }
}
