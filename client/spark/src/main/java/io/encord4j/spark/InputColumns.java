package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Where the columns of the input are in a row. */
final class InputColumns implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final TreeMap<String, Integer> places = new TreeMap<>();

    /**
     * Checks on the driver that the input has the columns that it needs, and no others.
     *
     * @param what names the input in messages
     * @param types the columns that there may be
     * @param required those that must be there
     */
    static InputColumns of(StructType schema, String what, Map<String, DataType> types, List<String> required) {
        InputColumns columns = new InputColumns();
        StructField[] fields = schema.fields();
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name().toLowerCase(Locale.ROOT);
            DataType type = types.get(name);
            if (type == null) {
                throw new IllegalArgumentException("%s have no column \"%s\". Their columns are %s."
                        .formatted(what, fields[i].name(), String.join(", ", new TreeMap<>(types).keySet())));
            }
            if (!fields[i].dataType().sameType(type)) {
                throw new IllegalArgumentException("The column \"%s\" must be %s, and is %s."
                        .formatted(
                                name, type.simpleString(), fields[i].dataType().simpleString()));
            }
            columns.places.put(name, i);
        }
        for (String name : required) {
            if (!columns.has(name)) {
                throw new IllegalArgumentException("The column \"%s\" is missing. The input has %s."
                        .formatted(name, String.join(", ", schema.fieldNames())));
            }
        }
        return columns;
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    @Nullable
    String text(InternalRow row, String column) {
        Integer place = place(row, column);
        return place == null ? null : row.getUTF8String(place).toString();
    }

    /** A text that has to be there. */
    String demand(InternalRow row, String column, String of) {
        String text = text(row, column);
        if (text == null || text.isBlank()) {
            throw new RefusedRow("The column \"%s\" of %s has no value.".formatted(column, of));
        }
        return text;
    }

    int number(InternalRow row, String column, int otherwise) {
        Integer place = place(row, column);
        return place == null ? otherwise : row.getInt(place);
    }

    byte @Nullable [] bytes(InternalRow row, String column) {
        Integer place = place(row, column);
        return place == null ? null : row.getBinary(place);
    }

    private @Nullable Integer place(InternalRow row, String column) {
        Integer place = places.get(column);
        return place == null || row.isNullAt(place) ? null : place;
    }
}
