package io.encord4j;

/**
 * What an API key may do with its dataset. Values that this version does not know are read and kept.
 *
 * @param value the name on the wire
 */
public record DatasetScope(String value) {
    /** Read the dataset, its rows and the state of its tasks. */
    public static final DatasetScope READ = new DatasetScope("dataset.read");

    /** Upload, add, re-encode and delete. */
    public static final DatasetScope WRITE = new DatasetScope("dataset.write");
}
