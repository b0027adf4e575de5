package io.encord4j;

/**
 * What a synchronisation of a cloud-synced folder has done. Units may have failed although it is done.
 *
 * @param scannedPages how many pages of the bucket were read
 * @param failedPages how many pages could not be read
 * @param doneUnits how many files were registered or updated
 * @param failedUnits how many files were not
 */
public record CloudSyncResult(int scannedPages, int failedPages, int doneUnits, int failedUnits) {}
