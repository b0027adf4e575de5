package io.encord4j;

/** What {@link EncordDatasetClient#linkItems} does with items that the dataset already links. */
public enum DuplicatesBehavior {
    /** Leaves them out. */
    SKIP,
    /** Makes another row. */
    DUPLICATE,
    /** Refuses the whole call; nothing changes. */
    FAIL
}
