package io.encord4j.fake;

import com.squareup.moshi.JsonDataException;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a seed. */
final class SeedText {

    private SeedText() {}

    static Map<String, @Nullable Object> read(String json) {
        Object parsed;
        try {
            parsed = new FreeFormJson().fromJson(json);
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

    static String write(Map<String, @Nullable Object> seed) {
        return new FreeFormJson().indent("  ").toJson(seed);
    }
}
