package io.encord4j;

import java.util.Map;

/**
 * What a folder holds directly.
 *
 * @param folders how many folders
 * @param items how many items of each type that the service counts
 * @param files how many items in all
 * @param tombstones how many items whose file is gone
 * @param uploadJobs how many upload jobs were started in it
 * @param totalSize the sum of the sizes that are known, in bytes
 */
public record FolderSummary(
        int folders, Map<ItemType, Integer> items, int files, int tombstones, int uploadJobs, double totalSize) {
    /**
     * Keeps a copy of the map.
     *
     * @param folders how many folders
     * @param items how many items of each type
     * @param files how many items in all
     * @param tombstones how many items whose file is gone
     * @param uploadJobs how many upload jobs
     * @param totalSize in bytes
     */
    public FolderSummary {
        items = Map.copyOf(items);
    }
}
