package io.encord4j;

/** What folders and items are sorted by. */
public enum StorageOrder {
    /** The name. */
    NAME("name"),
    /** The time of creation. */
    CREATED_AT("createdAt");

    private final String value;

    StorageOrder(String value) {
        this.value = value;
    }

    /** {@return the name on the wire} */
    public String value() {
        return value;
    }
}
