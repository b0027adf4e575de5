package io.encord4j;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The users and groups with access to a dataset. Not available with an API key. It is a part of {@link EncordDatasetClient}, and follows its rules. */
public sealed interface DatasetMembers permits EncordDatasetClient {
    /**
     * Adds users to the dataset. Existing members keep their role.
     *
     * @param emails the e-mail addresses of the users
     * @param role what they may do
     * @return the users, with the roles that they have
     * @throws EncordException if the call fails
     */
    List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role);

    /**
     * Lists the groups that may use the dataset.
     *
     * @return the groups
     * @throws EncordException if the call fails
     */
    List<DatasetGroup> listGroups();

    /**
     * Gives groups access to the dataset.
     *
     * @param groups the ids of the groups, see {@link EncordUserClient#getOrganisationGroups()}
     * @param role what their members may do
     * @throws EncordException if the call fails
     */
    void addGroups(Collection<UUID> groups, DatasetUserRole role);

    /**
     * Revokes the access of groups to the dataset.
     *
     * @param groups the ids of the groups, see {@link EncordUserClient#getOrganisationGroups()}
     * @throws EncordException if the call fails
     */
    void removeGroups(Collection<UUID> groups);
}
