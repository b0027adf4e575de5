package io.encord4j.fake.internal.platform.model;

import java.util.Optional;

/** What an API key permits. */
public enum DatasetScope {
    /** Reading rows and task states. */
    READ("dataset.read"),
    /** Adding, changing and deleting data. */
    WRITE("dataset.write");

    private final String wireName;

    DatasetScope(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name on the wire. */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a scope by its name.
     *
     * @return the scope, or empty if there is none of that name
     */
    public static Optional<DatasetScope> ofWireName(String wireName) {
        for (DatasetScope scope : values()) {
            if (scope.wireName.equals(wireName)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
