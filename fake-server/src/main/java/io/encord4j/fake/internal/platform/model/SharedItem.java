package io.encord4j.fake.internal.platform.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A storage item with the rows that use it.
 *
 * @param datasets one dataset hash per row that uses the item
 */
public record SharedItem(StorageItem item, List<String> datasets) {

    public SharedItem {
        datasets = List.copyOf(datasets);
    }

    /** Adds a row. */
    public SharedItem linkedBy(String datasetHash) {
        List<String> more = new ArrayList<>(datasets);
        more.add(datasetHash);
        return new SharedItem(item, more);
    }

    /** Takes a row away. */
    public SharedItem unlinkedBy(String datasetHash) {
        List<String> fewer = new ArrayList<>(datasets);
        fewer.remove(datasetHash);
        return new SharedItem(item, fewer);
    }
}
