package io.encord4j;

/**
 * A member of a dataset.
 *
 * @param email the address
 * @param role what the member may do; somebody who was there already keeps the old role
 * @param datasetHash the dataset
 */
public record DatasetUser(String email, DatasetUserRole role, String datasetHash) {}
