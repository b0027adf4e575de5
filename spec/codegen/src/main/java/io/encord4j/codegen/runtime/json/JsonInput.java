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
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values strictly: a number is no text, a text is no number. Messages name the path, and no value that
 * could be a secret.
 */
final class JsonInput {
    private JsonInput() {}

    /** Reads one value. */
    @FunctionalInterface
    interface Element<T> {
        T read(JsonReader reader) throws IOException;
    }

    /** Reads one value, which may be null. */
    @FunctionalInterface
    interface NullableElement<T> {
        @Nullable
        T read(JsonReader reader) throws IOException;
    }

    static String string(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.STRING, "a string");
        return reader.nextString();
    }

    static int integer(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.NUMBER, "an integer");
        return reader.nextInt();
    }

    static long int64(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.NUMBER, "an integer");
        return reader.nextLong();
    }

    static double number(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.NUMBER, "a number");
        return reader.nextDouble();
    }

    static boolean bool(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.BOOLEAN, "a boolean");
        return reader.nextBoolean();
    }

    static Instant instant(JsonReader reader) throws IOException {
        String text = string(reader);
        try {
            return WireTime.parse(text);
        } catch (DateTimeException e) {
            throw new JsonDataException(e.getMessage() + " at path " + reader.getPath(), e);
        }
    }

    static UUID uuid(JsonReader reader) throws IOException {
        String text = string(reader);
        try {
            return WireUuid.parse(text);
        } catch (IllegalArgumentException e) {
            throw new JsonDataException(e.getMessage() + " at path " + reader.getPath(), e);
        }
    }

    static ByteString bytes(JsonReader reader) throws IOException {
        ByteString bytes = ByteString.decodeBase64(string(reader));
        if (bytes == null) {
            throw new JsonDataException("Expected base64 at path " + reader.getPath());
        }
        return bytes;
    }

    static void constant(JsonReader reader, String constant) throws IOException {
        if (!skipNull(reader) && !string(reader).equals(constant)) {
            throw other(reader, constant);
        }
    }

    static void constant(JsonReader reader, long constant) throws IOException {
        if (!skipNull(reader) && int64(reader) != constant) {
            throw other(reader, constant);
        }
    }

    static void constant(JsonReader reader, boolean constant) throws IOException {
        if (!skipNull(reader) && bool(reader) != constant) {
            throw other(reader, constant);
        }
    }

    private static JsonDataException other(JsonReader reader, Object constant) {
        return new JsonDataException("Expected " + constant + " at path " + reader.getPath());
    }

    static <T> List<T> list(JsonReader reader, Element<T> element) throws IOException {
        expect(reader, JsonReader.Token.BEGIN_ARRAY, "a list");
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(element.read(reader));
        }
        reader.endArray();
        return list;
    }

    static <T> List<@Nullable T> nullableList(JsonReader reader, NullableElement<T> element) throws IOException {
        expect(reader, JsonReader.Token.BEGIN_ARRAY, "a list");
        List<@Nullable T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(skipNull(reader) ? null : element.read(reader));
        }
        reader.endArray();
        return list;
    }

    static <T> Map<String, T> map(JsonReader reader, Element<T> element) throws IOException {
        beginObject(reader);
        Map<String, T> map = new LinkedHashMap<>();
        while (reader.hasNext()) {
            map.put(reader.nextName(), element.read(reader));
        }
        reader.endObject();
        return map;
    }

    static <T> Map<String, @Nullable T> nullableMap(JsonReader reader, NullableElement<T> element) throws IOException {
        beginObject(reader);
        Map<String, @Nullable T> map = new LinkedHashMap<>();
        while (reader.hasNext()) {
            map.put(reader.nextName(), skipNull(reader) ? null : element.read(reader));
        }
        reader.endObject();
        return map;
    }

    static void beginObject(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        reader.beginObject();
    }

    /** Skips a field that the description does not name. */
    static void skipField(JsonReader reader) throws IOException {
        reader.skipName();
        reader.skipValue();
    }

    /** Whether the next value is null, which is then consumed. */
    static boolean skipNull(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.NULL) {
            return false;
        }
        reader.nextNull();
        return true;
    }

    /** The error for a required field that was not there when its object ended. */
    static JsonDataException missing(JsonReader reader, String field) {
        return new JsonDataException("Required field '" + field + "' is missing at path " + parent(reader));
    }

    /** The path of the object that is about to end. */
    static String parent(JsonReader reader) {
        // The reader's path still ends with the last field of the object.
        String path = reader.getPath();
        int end = path.lastIndexOf('.');
        return end < 0 ? path : path.substring(0, end);
    }

    /** The error for a value of the wrong kind. */
    static JsonDataException unexpected(JsonReader reader, String expected) throws IOException {
        return new JsonDataException(
                "Expected " + expected + " but was " + reader.peek() + " at path " + reader.getPath());
    }

    private static void expect(JsonReader reader, JsonReader.Token token, String expected) throws IOException {
        if (reader.peek() != token) {
            throw unexpected(reader, expected);
        }
    }
}
