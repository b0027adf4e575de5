package io.encord4j;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group that may use a dataset.
 *
 * @param groupHash its id
 * @param name its name; null when the service does not tell
 * @param description its description, which may be empty; null when the service does not tell
 * @param createdAt when it was made; null when the service does not tell
 * @param sameOrganisation whether it belongs to the organisation of the dataset
 * @param userRole what its members may do; null when the service does not tell
 */
public record DatasetGroup(
        UUID groupHash,
        @Nullable String name,
        @Nullable String description,
        @Nullable Instant createdAt,
        boolean sameOrganisation,
        @Nullable DatasetUserRole userRole) {}
