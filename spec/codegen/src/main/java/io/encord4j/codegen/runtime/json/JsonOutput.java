package io.encord4j.codegen.runtime.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes lists, maps and nulls. */
final class JsonOutput {
    private JsonOutput() {}

    /** Writes one value, which is not null. */
    @FunctionalInterface
    interface Element<T> {
        void write(JsonWriter writer, T value) throws IOException;
    }

    static <T> void list(JsonWriter writer, List<? extends @Nullable T> list, Element<T> element) throws IOException {
        writer.beginArray();
        for (T value : list) {
            value(writer, value, element);
        }
        writer.endArray();
    }

    static <T> void map(JsonWriter writer, Map<String, ? extends @Nullable T> map, Element<T> element)
            throws IOException {
        writer.beginObject();
        for (Map.Entry<String, ? extends @Nullable T> entry : map.entrySet()) {
            writer.name(entry.getKey());
            value(writer, entry.getValue(), element);
        }
        writer.endObject();
    }

    private static <T> void value(JsonWriter writer, @Nullable T value, Element<T> element) throws IOException {
        if (value == null) {
            nullValue(writer);
        } else {
            element.write(writer, value);
        }
    }

    /** Writes null even if the writer would leave out fields that are null. */
    static void nullValue(JsonWriter writer) throws IOException {
        boolean serializeNulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.nullValue();
        writer.setSerializeNulls(serializeNulls);
    }

    static <T> T notNull(@Nullable T value, String type) {
        if (value == null) {
            throw new IllegalArgumentException(type + " is null; use nullSafe() where null is a value");
        }
        return value;
    }
}
