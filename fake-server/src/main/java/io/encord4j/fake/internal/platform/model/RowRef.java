package io.encord4j.fake.internal.platform.model;

/**
 * Where a data row is.
 *
 * @param dataHash the row
 */
public record RowRef(String datasetHash, String dataHash) {}
