package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a task could not take. They do not fail the task, which Spark would only repeat.
 *
 * @param count how many
 * @param first what is wrong with the first one; null if there is none
 */
record RefusedRows(long count, @Nullable String first) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static final RefusedRows NONE = new RefusedRows(0, null);

    RefusedRows and(RefusedRow row) {
        return new RefusedRows(count + 1, first == null ? row.getMessage() : first);
    }

    /**
     * Looks at what the tasks say, before anything is registered.
     *
     * @throws IllegalArgumentException if a row was refused
     */
    static void check(List<RefusedRows> tasks) {
        long count = tasks.stream().mapToLong(RefusedRows::count).sum();
        if (count > 0) {
            List<String> reasons = tasks.stream()
                    .map(RefusedRows::first)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
            throw new IllegalArgumentException(
                    "Nothing was registered, since the input has %s that cannot be written. %s"
                            .formatted(count == 1 ? "a row" : count + " rows", reasons.get(0)));
        }
    }
}
