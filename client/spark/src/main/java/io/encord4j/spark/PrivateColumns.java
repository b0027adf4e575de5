package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Where the parts of an entry are in a row of the input. */
final class PrivateColumns implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<String, DataType> TYPES = Map.of(
            "object_url", DataTypes.StringType,
            "kind", DataTypes.StringType,
            "title", DataTypes.StringType,
            "group", DataTypes.StringType,
            "position", DataTypes.IntegerType,
            "client_metadata", DataTypes.StringType);

    private final TreeMap<String, Integer> places = new TreeMap<>();

    /** Checks on the driver that the input has the columns, and no others. */
    static PrivateColumns of(StructType schema) {
        PrivateColumns columns = new PrivateColumns();
        StructField[] fields = schema.fields();
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name().toLowerCase(Locale.ROOT);
            DataType type = TYPES.get(name);
            if (type == null) {
                throw new IllegalArgumentException("Private data has no column \"%s\". Its columns are %s."
                        .formatted(fields[i].name(), String.join(", ", new TreeMap<>(TYPES).keySet())));
            }
            if (!fields[i].dataType().sameType(type)) {
                throw new IllegalArgumentException("The column \"%s\" must be %s, and is %s."
                        .formatted(
                                name, type.simpleString(), fields[i].dataType().simpleString()));
            }
            columns.places.put(name, i);
        }
        for (String required : Set.of("object_url", "kind")) {
            if (!columns.places.containsKey(required)) {
                throw new IllegalArgumentException("The column \"%s\" is missing. The input has %s."
                        .formatted(required, Arrays.toString(schema.fieldNames())));
            }
        }
        return columns;
    }

    /** Reads and checks one row. */
    PrivateEntry entry(InternalRow row) {
        String url = demand(row, "object_url", "an object");
        PrivateKind kind = PrivateKind.of(demand(row, "kind", url));
        String group = text(row, "group");
        if (kind.isGroup()) {
            demand(row, "group", url);
            demand(row, "title", url);
        } else if (group != null) {
            throw new IllegalArgumentException("The row of %s has a group, and its kind makes none.".formatted(url));
        } else if (places.containsKey("title")) {
            demand(row, "title", url);
        }
        String metadata = text(row, "client_metadata");
        if (metadata != null) {
            JsonValues.object(metadata);
        }
        Integer place = places.get("position");
        int position = place == null || row.isNullAt(place) ? 0 : row.getInt(place);
        return new PrivateEntry(url, kind, text(row, "title"), group, position, metadata);
    }

    private String demand(InternalRow row, String column, String object) {
        String text = text(row, column);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "The column \"%s\" of the row of %s has no value.".formatted(column, object));
        }
        return text;
    }

    private @Nullable String text(InternalRow row, String column) {
        Integer place = places.get(column);
        return place == null || row.isNullAt(place)
                ? null
                : row.getUTF8String(place).toString();
    }
}
