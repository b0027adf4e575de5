package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.wire.json.WireAdapters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The recorded requests of the official SDKs, with the answers of the stub that they were recorded against. */
final class Golden {

    private static final JsonAdapter<Object> JSON = WireAdapters.moshi().adapter(Object.class);

    private Golden() {}

    /**
     * One request with its answer.
     *
     * @param name operation and step
     * @param method the HTTP method
     * @param path path and query
     * @param headers the headers, names in any case
     * @param body the bytes sent
     * @param status the HTTP status answered
     * @param answer the body answered, as JSON; null if there is none
     */
    record Exchange(
            String name,
            String method,
            String path,
            Map<String, String> headers,
            ByteString body,
            int status,
            @Nullable Object answer) {

        Exchange to(String otherPath) {
            return new Exchange(name, method, otherPath, headers, body, status, answer);
        }

        Exchange with(String otherBody) {
            return new Exchange(name, method, path, headers, ByteString.encodeUtf8(otherBody), status, answer);
        }

        boolean isRest() {
            return path.startsWith("/v2/");
        }

        boolean isStorage() {
            return path.startsWith("/stub-storage/");
        }

        String operation() {
            return name.substring(0, name.indexOf('/'));
        }
    }

    static List<Exchange> requests(int generation) {
        return requests(String.valueOf(generation));
    }

    /** Those of a file, such as {@code storage-2026}. */
    static List<Exchange> requests(String file) {
        try (InputStream in =
                Objects.requireNonNull(Golden.class.getResourceAsStream("/vectors/requests-" + file + ".jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Golden::exchange)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Object json(String text) {
        try {
            return JSON.fromJson(JsonReader.of(new Buffer().writeUtf8(text)));
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private static Exchange exchange(String line) {
        Map<?, ?> entry = (Map<?, ?>) Objects.requireNonNull(json(line));
        Map<?, ?> response = (Map<?, ?>) Objects.requireNonNull(entry.get("response"));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Object pair : (List<?>) Objects.requireNonNull(entry.get("headers"))) {
            List<?> nameAndValue = (List<?>) pair;
            headers.put((String) nameAndValue.get(0), (String) nameAndValue.get(1));
        }
        String answer = (String) response.get("body");
        return new Exchange(
                entry.get("operation") + "/" + entry.get("step"),
                (String) Objects.requireNonNull(entry.get("method")),
                (String) Objects.requireNonNull(entry.get("path")),
                headers,
                body(entry),
                ((Number) Objects.requireNonNull(response.get("status"))).intValue(),
                answer == null || answer.isEmpty() ? null : json(answer));
    }

    private static ByteString body(Map<?, ?> entry) {
        if (entry.get("body_base64") instanceof String base64) {
            return Objects.requireNonNull(ByteString.decodeBase64(base64));
        }
        return entry.get("body") instanceof String text ? ByteString.encodeUtf8(text) : ByteString.EMPTY;
    }
}
