package io.encord4j;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of users with access to a folder.
 *
 * @param groupHash its id
 * @param name its name; null when the service does not tell
 * @param description its description; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param sameOrganisation whether it belongs to the caller's organisation
 * @param userRole what its members may do in the folder; null when the service does not tell
 */
public record FolderGroup(
        UUID groupHash,
        @Nullable String name,
        @Nullable String description,
        @Nullable Instant createdAt,
        boolean sameOrganisation,
        @Nullable DatasetUserRole userRole) {}
