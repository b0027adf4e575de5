package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * A member of a dataset.
 *
 * @param email the address; null when the service does not tell
 * @param role what the member may do; somebody who was there already keeps the old role; null when the service does not tell
 */
public record DatasetUser(@Nullable String email, @Nullable DatasetUserRole role, String datasetHash) {}
