package io.encord4j.codegen.runtime.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value: text, boolean, exact number, list, map in the order of the text, or null. An integer is a
 * {@link Long}, or a {@link BigInteger} if it is too large; any other number is a {@link BigDecimal}.
 */
public final class FreeFormJson extends JsonAdapter<Object> {
    /** Longer numbers take their time to be parsed, and mean nothing. */
    private static final int LONGEST_NUMBER = 1_000;

    /** Makes the adapter; it has no state. */
    public FreeFormJson() {}

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        return read(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
        write(writer, value);
    }

    static @Nullable Object read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader);
            case BEGIN_ARRAY -> readList(reader);
            case STRING -> reader.nextString();
            case NUMBER -> readNumber(reader);
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw JsonInput.unexpected(reader, "a JSON value");
        };
    }

    static Map<String, @Nullable Object> readObject(JsonReader reader) throws IOException {
        JsonInput.beginObject(reader);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (reader.hasNext()) {
            object.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(object);
    }

    private static List<@Nullable Object> readList(JsonReader reader) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(read(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
    }

    private static Number readNumber(JsonReader reader) throws IOException {
        // The reader hands out the digits as they stand in the text.
        String digits = reader.nextString();
        if (digits.length() > LONGEST_NUMBER) {
            throw new JsonDataException(
                    "A number has more than " + LONGEST_NUMBER + " characters at path " + reader.getPath());
        }
        try {
            if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
                BigDecimal decimal = new BigDecimal(digits);
                // Decimals have no negative zero.
                return decimal.signum() == 0 && digits.startsWith("-") ? (Number) (-0.0) : decimal;
            }
            // Every number of 18 digits is a long.
            if (digits.length() <= 18) {
                return Long.parseLong(digits);
            }
            BigInteger integer = new BigInteger(digits);
            return integer.bitLength() < Long.SIZE ? integer.longValue() : integer;
        } catch (NumberFormatException e) {
            throw new JsonDataException("Expected a number at path " + reader.getPath(), e);
        }
    }

    static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            JsonOutput.nullValue(writer);
        } else if (value instanceof String text) {
            writer.value(text);
        } else if (value instanceof Boolean bool) {
            writer.value(bool);
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writer.name(String.valueOf(entry.getKey()));
                write(writer, entry.getValue());
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> elements) {
            writer.beginArray();
            for (Object element : elements) {
                write(writer, element);
            }
            writer.endArray();
        } else {
            throw new IllegalArgumentException("Not a JSON value: "
                    + value.getClass().getName() + "; use text, number, boolean, list, map or null");
        }
    }
}
