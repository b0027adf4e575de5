package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A control request with the values of its path. */
record ControlCall(HttpExchange request, Map<String, String> pathValues, Worlds worlds) {

    private static final int MOST_BODY_BYTES =
            (int) Math.min(64 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    String pathValue(String name) {
        String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no {" + name + "}.");
        }
        return value;
    }

    ServedWorld world() {
        String id = pathValue("world");
        return worlds.byId(id)
                .orElseThrow(() -> new ControlException(
                        404, "There is no world " + id + ". GET /_fake/worlds lists those that there are."));
    }

    /** Numbers in paths name things, so one that is no number names nothing. */
    int number(String name) {
        String text = pathValue(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ControlException.wrong("The " + name + " in the path must be a number, not " + text + ".");
        }
    }

    JsonFields fields() throws IOException {
        return new JsonFields("the body", json());
    }

    /** Reads the body, where none stands for an empty object. */
    Map<String, @Nullable Object> json() throws IOException {
        byte[] bytes = request.body().readNBytes(MOST_BODY_BYTES + 1);
        if (bytes.length > MOST_BODY_BYTES) {
            throw new ControlException(413, "A control request has at most " + MOST_BODY_BYTES + " bytes of body.");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (bytes.length == 0) {
            return object;
        }
        if (!(parsed(bytes) instanceof Map<?, ?> map)) {
            throw ControlException.wrong("The body must be a JSON object.");
        }
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    private static @Nullable Object parsed(byte[] bytes) throws IOException {
        try {
            return SeedText.parse(new String(bytes, UTF_8));
        } catch (JsonEncodingException | JsonDataException | EOFException e) {
            throw ControlException.wrong("The body is not JSON: " + e.getMessage() + ".");
        }
    }

    @Nullable
    String parameter(String name) {
        String query = request.query();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(name)) {
                return decoded(pair.substring(equals + 1));
            }
        }
        return null;
    }

    /** Reads a number; one beyond the limit stands for the limit. */
    int numberParameter(String name, int otherwise, int most) {
        String text = parameter(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw ControlException.wrong("The parameter " + name + " must be a number from 0 on, not " + text + ".");
        }
        return Math.min(Integer.parseInt(text), most);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ControlException.wrong("The query is not percent-encoded properly: " + text + ".");
        }
    }
}
