package io.encord4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a row. What is null stays as it is.
 *
 * <pre>{@code
 * DataRow row = client.updateDataRow(dataHash, DataRowUpdate.ofClientMetadata(Map.of("camera", "north")));
 * }</pre>
 *
 * @param title the new title, or null
 * @param clientMetadata the caller's own data, which replaces the old as a whole, or null
 */
public record DataRowUpdate(
        @Nullable String title, @Nullable Map<String, @Nullable Object> clientMetadata) {
    /**
     * Keeps a copy of the data.
     *
     * @param title the new title, or null
     * @param clientMetadata the caller's own data, or null
     */
    public DataRowUpdate {
        clientMetadata =
                clientMetadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
    }

    /**
     * A new title.
     *
     * @param title the title
     * @return the change
     */
    public static DataRowUpdate ofTitle(String title) {
        return new DataRowUpdate(title, null);
    }

    /**
     * New data of the caller's own.
     *
     * @param clientMetadata a JSON object: texts, numbers, booleans, nulls, lists and maps
     * @return the change
     */
    public static DataRowUpdate ofClientMetadata(Map<String, @Nullable Object> clientMetadata) {
        return new DataRowUpdate(null, clientMetadata);
    }
}
