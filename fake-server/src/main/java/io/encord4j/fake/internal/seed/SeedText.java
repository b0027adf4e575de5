package io.encord4j.fake.internal.seed;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON objects, and their text. */
public final class SeedText {

    private SeedText() {}

    /** Names and values in turn; nulls are allowed, unlike in {@link Map#of}. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Reads any JSON in which no object has a key twice.
     *
     * @throws JsonDataException if one has; the message says where
     */
    public static @Nullable Object parse(String json) throws IOException {
        requireUniqueKeys(JsonReader.of(new Buffer().writeUtf8(json)));
        return new FreeFormJson().fromJson(json);
    }

    private static void requireUniqueKeys(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Set<String> keys = new HashSet<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    if (!keys.add(reader.nextName())) {
                        throw new JsonDataException("a key is there twice: " + reader.getPath());
                    }
                    requireUniqueKeys(reader);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    requireUniqueKeys(reader);
                }
                reader.endArray();
            }
            default -> reader.skipValue();
        }
    }

    public static Map<String, @Nullable Object> read(String json) {
        Object parsed;
        try {
            parsed = parse(json);
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException("The seed is not JSON: " + e.getMessage() + ".", e);
        }
        if (!(parsed instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("A seed is a JSON object.");
        }
        Map<String, @Nullable Object> seed = new LinkedHashMap<>();
        map.forEach((key, value) -> seed.put(String.valueOf(key), value));
        return seed;
    }

    public static String write(Map<String, ? extends @Nullable Object> seed) {
        return new FreeFormJson().indent("  ").toJson(seed);
    }
}
