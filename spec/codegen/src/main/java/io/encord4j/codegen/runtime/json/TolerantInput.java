package io.encord4j.codegen.runtime.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values of answers as far as they can be read. What cannot be read is null, like null itself, and
 * {@link OddValues} hear of it. A value of the kind that the description names is read as {@link JsonInput} does.
 */
final class TolerantInput {
    /** Longer numbers are no sizes, counts or times. */
    private static final int LONGEST_NUMBER = 100;

    private TolerantInput() {}

    static @Nullable String string(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.STRING || token == JsonReader.Token.NUMBER) {
            return reader.nextString();
        }
        if (token == JsonReader.Token.BOOLEAN) {
            return String.valueOf(reader.nextBoolean());
        }
        skip(reader, "a string");
        return null;
    }

    static @Nullable Integer integer(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.NUMBER) {
            try {
                return reader.nextInt();
            } catch (JsonDataException e) {
                // The number can be read again, but the reader now takes it for a string.
            }
        }
        Long value = whole(reader, token);
        if (value == null || value == value.intValue()) {
            return value == null ? null : value.intValue();
        }
        tell(reader, "is beyond 32 bits");
        return null;
    }

    static @Nullable Long int64(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.NUMBER) {
            try {
                return reader.nextLong();
            } catch (JsonDataException e) {
                // The number can be read again, but the reader now takes it for a string.
            }
        }
        return whole(reader, token);
    }

    /** The nearest whole number. */
    private static @Nullable Long whole(JsonReader reader, JsonReader.Token token) throws IOException {
        Double value = number(reader, token);
        if (value == null) {
            return null;
        }
        if (Math.abs(value) >= 0x1p63) {
            tell(reader, "is beyond 64 bits");
            return null;
        }
        if (value != Math.rint(value)) {
            tell(reader, "is not a whole number");
        }
        return Math.round(value);
    }

    static @Nullable Double number(JsonReader reader) throws IOException {
        return number(reader, reader.peek());
    }

    private static @Nullable Double number(JsonReader reader, JsonReader.Token token) throws IOException {
        if (token != JsonReader.Token.NUMBER && token != JsonReader.Token.STRING) {
            skip(reader, "a number");
            return null;
        }
        if (token == JsonReader.Token.STRING) {
            tell(reader, "is a string instead of a number");
        }
        String text = reader.nextString().strip();
        Double value = text.length() > LONGEST_NUMBER ? null : decimal(text);
        if (value == null) {
            tell(reader, "is not a number");
        }
        return value;
    }

    private static @Nullable Double decimal(String text) {
        // Java would also take 0x1p3, 1f and NaN.
        if (text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            try {
                double value = Double.parseDouble(text);
                return Double.isFinite(value) ? value : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    static @Nullable Boolean bool(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.BOOLEAN) {
            return reader.nextBoolean();
        }
        if (token != JsonReader.Token.NUMBER && token != JsonReader.Token.STRING) {
            skip(reader, "a boolean");
            return null;
        }
        tell(reader, "is " + title(token) + " instead of a boolean");
        return switch (reader.nextString()) {
            case "1", "1.0", "true", "True" -> true;
            case "0", "0.0", "false", "False" -> false;
            default -> null;
        };
    }

    static @Nullable Instant instant(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.STRING) {
            skip(reader, "a date and time");
            return null;
        }
        String text = reader.nextString();
        try {
            return text.isEmpty() ? null : WireTime.parse(text);
        } catch (DateTimeException e) {
            tell(reader, "is not a date and time");
            return null;
        }
    }

    /** An empty text stands for null. */
    static @Nullable UUID uuid(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.STRING) {
            skip(reader, "a UUID");
            return null;
        }
        String text = reader.nextString();
        try {
            return text.isEmpty() ? null : WireUuid.parse(text);
        } catch (IllegalArgumentException e) {
            tell(reader, "is not a UUID");
            return null;
        }
    }

    static @Nullable ByteString bytes(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.STRING) {
            skip(reader, "base64");
            return null;
        }
        ByteString bytes = ByteString.decodeBase64(reader.nextString());
        if (bytes == null) {
            tell(reader, "is not base64");
        }
        return bytes;
    }

    /** Reads a value of an open enumeration of numbers. */
    static <T> @Nullable T coded(JsonReader reader, IntFunction<T> of) throws IOException {
        Integer code = integer(reader);
        return code == null ? null : of.apply(code);
    }

    /** Reads a value that starts with a token; what is within is read strictly. */
    static <T> @Nullable T value(JsonReader reader, JsonReader.Token token, JsonInput.Element<T> element)
            throws IOException {
        if (reader.peek() == token) {
            return element.read(reader);
        }
        skip(reader, title(token));
        return null;
    }

    /** Reads a union of values that start with different tokens; what is within is read strictly. */
    static <T> @Nullable T union(JsonReader reader, Predicate<JsonReader.Token> accepted, JsonInput.Element<T> element)
            throws IOException {
        if (accepted.test(reader.peek())) {
            return element.read(reader);
        }
        skip(reader, "one of the alternatives");
        return null;
    }

    /** Reads a list, and leaves out the elements that cannot be read. */
    static <T> @Nullable List<T> list(JsonReader reader, JsonInput.NullableElement<T> element) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
            skip(reader, "a list");
            return null;
        }
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            T value = JsonInput.skipNull(reader) ? null : element.read(reader);
            if (value == null) {
                tell(reader, "has no readable value");
            } else {
                list.add(value);
            }
        }
        reader.endArray();
        return list;
    }

    /** Reads a list in which elements that cannot be read are null. */
    static <T> @Nullable List<@Nullable T> nullableList(JsonReader reader, JsonInput.NullableElement<T> element)
            throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            return JsonInput.nullableList(reader, element);
        }
        skip(reader, "a list");
        return null;
    }

    /** Reads a map, and leaves out the values that cannot be read. */
    static <T> @Nullable Map<String, T> map(JsonReader reader, JsonInput.NullableElement<T> element)
            throws IOException {
        Map<String, @Nullable T> values = nullableMap(reader, element);
        if (values == null) {
            return null;
        }
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value == null) {
                tell(reader, "has a value that is not readable");
            } else {
                map.put(key, value);
            }
        });
        return map;
    }

    /** Reads a map in which values that cannot be read are null. */
    static <T> @Nullable Map<String, @Nullable T> nullableMap(JsonReader reader, JsonInput.NullableElement<T> element)
            throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            return JsonInput.nullableMap(reader, element);
        }
        skip(reader, "an object");
        return null;
    }

    /** Tells that a field is null, or missing, although the description requires it. */
    static void lacks(JsonReader reader, String field) {
        OddValues.tell(reader, JsonInput.parent(reader) + "." + field, "is null or missing, but required");
    }

    private static void skip(JsonReader reader, String expected) throws IOException {
        JsonReader.Token token = reader.peek();
        if (token != JsonReader.Token.NULL) {
            tell(reader, "is " + title(token) + " instead of " + expected);
        }
        reader.skipValue();
    }

    private static void tell(JsonReader reader, String problem) {
        OddValues.tell(reader, reader.getPath(), problem);
    }

    private static String title(JsonReader.Token token) {
        return switch (token) {
            case BEGIN_ARRAY -> "a list";
            case BEGIN_OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> token.name();
        };
    }
}
