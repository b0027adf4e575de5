package io.encord4j;

import java.util.List;
import java.util.UUID;

/**
 * What an upload job has brought into a folder.
 *
 * @param items the items that were made, without the parts of composed ones
 * @param errors what went wrong, in the words of the service
 * @param unitErrors which units failed, and why
 * @param doneUnits how many units are done
 * @param failedUnits how many units failed
 * @param cancelledUnits how many units were cancelled
 */
public record FolderJobResult(
        List<AddedItem> items,
        List<String> errors,
        List<UnitError> unitErrors,
        int doneUnits,
        int failedUnits,
        int cancelledUnits) {
    /**
     * Keeps copies of the lists.
     *
     * @param items the items that were made
     * @param errors what went wrong
     * @param unitErrors which units failed
     * @param doneUnits how many units are done
     * @param failedUnits how many units failed
     * @param cancelledUnits how many units were cancelled
     */
    public FolderJobResult {
        items = List.copyOf(items);
        errors = List.copyOf(errors);
        unitErrors = List.copyOf(unitErrors);
    }

    /**
     * An item that was made.
     *
     * @param itemUuid its id
     * @param name its name
     */
    public record AddedItem(UUID itemUuid, String name) {}
}
