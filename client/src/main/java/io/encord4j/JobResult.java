package io.encord4j;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of an upload job, or of adding private data.
 *
 * @param rows the rows that were added
 * @param errors what went wrong, in words; empty unless errors were to be ignored
 * @param unitErrors the same by unit
 * @param doneUnits how many units were added
 * @param failedUnits how many were not
 * @param cancelledUnits how many were cancelled
 */
public record JobResult(
        List<AddedRow> rows,
        List<String> errors,
        List<UnitError> unitErrors,
        int doneUnits,
        int failedUnits,
        int cancelledUnits) {
    /** Keeps copies of the lists. */
    public JobResult {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
        unitErrors = List.copyOf(unitErrors);
    }

    /**
     * A row that was added.
     *
     * @param backingItemUuid the storage item behind it; null when the service does not tell
     */
    public record AddedRow(
            String dataHash, String title, @Nullable UUID backingItemUuid) {}
}
