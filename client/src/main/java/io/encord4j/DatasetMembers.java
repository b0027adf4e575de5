package io.encord4j;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who may use a dataset. None of this is possible with an API key. It is a part of {@link EncordDatasetClient}, whose rules hold here. */
public sealed interface DatasetMembers permits EncordDatasetClient {
    /**
     * Makes users members of the dataset. Existing members keep their role.
     *
     * @param emails their addresses
     * @param role what they may do
     * @return the users, with the roles that they have
     * @throws EncordException if that fails
     */
    List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role);

    /**
     * Lists the groups that may use the dataset.
     *
     * @return the groups
     * @throws EncordException if that fails
     */
    List<DatasetGroup> listGroups();

    /**
     * Gives groups access to the dataset.
     *
     * @param groups their ids
     * @param role what their members may do
     * @throws EncordException if that fails
     */
    void addGroups(Collection<UUID> groups, DatasetUserRole role);

    /**
     * Takes the access to the dataset away from groups.
     *
     * @param groups their ids
     * @throws EncordException if that fails
     */
    void removeGroups(Collection<UUID> groups);
}
