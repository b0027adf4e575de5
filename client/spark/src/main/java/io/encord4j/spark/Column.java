package io.encord4j.spark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * A column of what the service lists: a key of the wire, with a type of Spark.
 *
 * @param name the key
 * @param type the type unless another one is given
 * @param value the value, as Spark keeps values of the wanted type
 * @param <R> what is listed
 */
record Column<R>(String name, DataType type, BiFunction<R, DataType, @Nullable Object> value) {

    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, DataTypes.StringType, (row, type) -> {
            Object text = value.apply(row);
            return text == null ? null : UTF8String.fromString(text.toString());
        });
    }

    static <R> Column<R> plain(String name, DataType type, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, (row, wanted) -> value.apply(row));
    }

    static <R> Column<R> time(String name, Function<R, @Nullable Instant> value) {
        return new Column<>(name, DataTypes.TimestampType, (row, type) -> {
            Instant time = value.apply(row);
            return time == null ? null : (Object) ChronoUnit.MICROS.between(Instant.EPOCH, time);
        });
    }

    /** JSON, as text or as the type that was asked for. */
    static <R> Column<R> json(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, DataTypes.StringType, (row, type) -> JsonValues.value(value.apply(row), type));
    }

    /** The schema of all columns; the first one, which identifies a row, is never null. */
    static <R> StructType schema(List<Column<R>> columns) {
        StructType schema = new StructType();
        for (Column<R> column : columns) {
            schema = schema.add(column.name, column.type, !column.equals(columns.get(0)));
        }
        return schema;
    }

    /**
     * The columns of a schema, in its order.
     *
     * @param all those that there are
     * @param schema what is wanted; metadata may have another type than text
     * @throws IllegalArgumentException if there is no such column, or not of that type
     */
    static <R> List<Column<R>> select(List<Column<R>> all, StructType schema) {
        return Arrays.stream(schema.fields()).map(field -> select(all, field)).toList();
    }

    private static <R> Column<R> select(List<Column<R>> all, StructField field) {
        Column<R> found = all.stream()
                .filter(column -> column.name.equalsIgnoreCase(field.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column \"%s\". The columns are %s."
                        .formatted(
                                field.name(),
                                String.join(", ", all.stream().map(Column::name).toList()))));
        if (!found.name.equals("client_metadata") && !found.type.sameType(field.dataType())) {
            throw new IllegalArgumentException("The column \"%s\" is %s, and cannot be read as %s."
                    .formatted(
                            field.name(),
                            found.type.simpleString(),
                            field.dataType().simpleString()));
        }
        return found;
    }
}
