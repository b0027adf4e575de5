package io.encord4j;

import java.time.Instant;
import java.util.UUID;

/**
 * A group of users with access to a folder.
 *
 * @param groupHash its id
 * @param name its name
 * @param description its description
 * @param createdAt when it was created
 * @param sameOrganisation whether it belongs to the caller's organisation
 * @param userRole what its members may do in the folder
 */
public record FolderGroup(
        UUID groupHash,
        String name,
        String description,
        Instant createdAt,
        boolean sameOrganisation,
        DatasetUserRole userRole) {}
