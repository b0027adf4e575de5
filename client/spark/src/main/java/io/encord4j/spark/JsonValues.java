package io.encord4j.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** JSON values as Spark keeps values of a given type. What does not fit the type is null, as with Spark's {@code from_json}. */
final class JsonValues {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonValues() {}

    static @Nullable Object value(@Nullable Object json, DataType type) {
        if (json == null) {
            return null;
        }
        if (type instanceof StructType struct) {
            return json instanceof Map<?, ?> object
                    ? new GenericInternalRow(Arrays.stream(struct.fields())
                            .map(field -> value(object.get(field.name()), field.dataType()))
                            .toArray())
                    : null;
        }
        if (type instanceof ArrayType array) {
            return json instanceof List<?> list
                    ? new GenericArrayData(list.stream()
                            .map(element -> value(element, array.elementType()))
                            .toArray())
                    : null;
        }
        if (type instanceof MapType map) {
            return json instanceof Map<?, ?> object ? map(object, map) : null;
        }
        return scalar(json, type);
    }

    private static ArrayBasedMapData map(Map<?, ?> object, MapType type) {
        return new ArrayBasedMapData(
                new GenericArrayData(object.keySet().stream()
                        .map(key -> value(key, type.keyType()))
                        .toArray()),
                new GenericArrayData(object.values().stream()
                        .map(value -> value(value, type.valueType()))
                        .toArray()));
    }

    private static @Nullable Object scalar(Object json, DataType type) {
        if (type.equals(DataTypes.StringType)) {
            return UTF8String.fromString(json instanceof String text ? text : text(json));
        }
        if (type.equals(DataTypes.BooleanType)) {
            return json instanceof Boolean ? json : null;
        }
        if (!(json instanceof Number number)) {
            return null;
        }
        if (type.equals(DataTypes.LongType)) {
            return number.doubleValue() == Math.rint(number.doubleValue()) ? (Object) number.longValue() : null;
        }
        if (type.equals(DataTypes.IntegerType)) {
            return number.doubleValue() == number.intValue() ? (Object) number.intValue() : null;
        }
        if (type.equals(DataTypes.DoubleType)) {
            return number.doubleValue();
        }
        return type.equals(DataTypes.FloatType) ? (Object) number.floatValue() : null;
    }

    /** A value as JSON text. */
    static String text(Object json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Metadata that came as JSON cannot be written as JSON", e);
        }
    }

    /** The object that JSON text holds. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(String json, String of) {
        try {
            return MAPPER.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new RefusedRow("The metadata of %s are no JSON object: %s.".formatted(of, e.getOriginalMessage()));
        }
    }
}
