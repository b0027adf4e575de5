package io.encord4j;

import java.time.Instant;
import java.util.UUID;

/**
 * A group that may use a dataset.
 *
 * @param groupHash its id
 * @param name its name
 * @param description its description, which may be empty
 * @param createdAt when it was made
 * @param sameOrganisation whether it belongs to the organisation of the dataset
 * @param userRole what its members may do
 */
public record DatasetGroup(
        UUID groupHash,
        String name,
        String description,
        Instant createdAt,
        boolean sameOrganisation,
        DatasetUserRole userRole) {}
