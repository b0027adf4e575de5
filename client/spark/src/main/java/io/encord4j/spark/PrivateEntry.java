package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One object in the user's cloud, as a row of the input describes it.
 *
 * @param url where it is
 * @param kind what it becomes, or becomes a part of
 * @param title its title, or that of its group; null for the service's default
 * @param group the key that the parts of one group share; null for a single object
 * @param position its place in the group
 * @param metadata JSON text; null for none
 */
record PrivateEntry(
        String url,
        PrivateKind kind,
        @Nullable String title,
        @Nullable String group,
        int position,
        @Nullable String metadata)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<String, DataType> TYPES = Map.of(
            "object_url", DataTypes.StringType,
            "kind", DataTypes.StringType,
            "title", DataTypes.StringType,
            "group", DataTypes.StringType,
            "position", DataTypes.IntegerType,
            "client_metadata", DataTypes.StringType);

    static InputColumns columns(StructType schema) {
        return InputColumns.of(schema, "Objects in a cloud", TYPES, List.of("object_url", "kind"));
    }

    /**
     * Reads and checks one row.
     *
     * @throws RefusedRow if it makes no sense
     */
    static PrivateEntry of(InternalRow row, InputColumns columns) {
        String url = columns.demand(row, "object_url", "a row");
        PrivateKind kind = PrivateKind.of(columns.demand(row, "kind", url), url);
        String group = columns.text(row, "group");
        if (kind.isGroup()) {
            group = columns.demand(row, "group", url);
            String unused = columns.demand(row, "title", url);
        } else if (group != null) {
            throw new RefusedRow("The row of %s has a group, and its kind makes none.".formatted(url));
        } else if (columns.has("title")) {
            String unused = columns.demand(row, "title", url);
        }
        String metadata = columns.text(row, "client_metadata");
        if (metadata != null) {
            JsonValues.object(metadata, url);
        }
        return new PrivateEntry(
                url, kind, columns.text(row, "title"), group, columns.number(row, "position", 0), metadata);
    }
}
