package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.wire.json.WireAdapters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Sends RPC calls over plain HTTP, as a client of either generation. */
final class RpcClient {

    private static final JsonAdapter<Object> JSON = WireAdapters.moshi().adapter(Object.class);

    private final TestClient http;
    private final String url;
    private final String path;
    private final Map<String, String> headers;

    private RpcClient(TestClient http, String url, String path, Map<String, String> headers) {
        this.http = http;
        this.url = url;
        this.path = path;
        this.headers = headers;
    }

    /** A user on the user endpoint, as a client of 2022 but with a token instead of a signature. */
    static RpcClient user(FakeEncordServer server, FakeUser user) {
        return with(server, "/public/user", Map.of("Authorization", "Bearer " + user.bearerToken()));
    }

    /** A client of 2022 with an API key. */
    static RpcClient key(FakeEncordServer server, String apiKey, String datasetHash) {
        return with(server, "/public", Map.of("Authorization", apiKey, "ResourceID", datasetHash));
    }

    /** A client of 2026. */
    static RpcClient modern(FakeEncordServer server, FakeUser user, String datasetHash) {
        return with(
                server,
                "/public",
                Map.of(
                        "Authorization",
                        "Bearer " + user.bearerToken(),
                        "ResourceType",
                        "dataset",
                        "ResourceID",
                        datasetHash));
    }

    static RpcClient with(FakeEncordServer server, String path, Map<String, String> headers) {
        return new RpcClient(new TestClient(server), server.url(), path, new LinkedHashMap<>(headers));
    }

    RpcClient header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RpcClient(http, url, path, more);
    }

    /** What came back. */
    record Reply(int httpStatus, Map<String, @Nullable Object> envelope) {

        int status() {
            return ((Number) Objects.requireNonNull(envelope.get("status"))).intValue();
        }

        @Nullable
        Object response() {
            return envelope.get("response");
        }

        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> object() {
            return (Map<String, @Nullable Object>) Objects.requireNonNull(response());
        }

        @SuppressWarnings("unchecked")
        List<Map<String, @Nullable Object>> objects() {
            return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(response());
        }

        String text(String key) {
            return (String) Objects.requireNonNull(object().get(key));
        }

        /** The one token of an error, which comes in a list. */
        String token() {
            List<?> tokens = (List<?>) Objects.requireNonNull(response());
            if (tokens.size() != 1) {
                throw new AssertionError("Not one token: " + envelope);
            }
            return (String) tokens.get(0);
        }
    }

    /** Sends a call whose values are given as JSON. */
    Reply call(String type, String method, String uid, String payload) {
        return send("{\"query_type\": \"" + type + "\", \"query_method\": \"" + method + "\", \"values\": {\"uid\": "
                + uid + ", \"payload\": " + payload + "}}");
    }

    Reply send(String body) {
        return reply(raw(body));
    }

    HttpResponse<String> raw(String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request);
    }

    static Reply reply(HttpResponse<String> response) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, @Nullable Object> envelope = (Map<String, @Nullable Object>)
                    Objects.requireNonNull(JSON.fromJson(JsonReader.of(new Buffer().writeUtf8(response.body()))));
            return new Reply(response.statusCode(), envelope);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }

    /** Sends bytes to a signed URL. */
    int put(String signedUrl, byte[] bytes) {
        return http.put(signedUrl, bytes).statusCode();
    }

    HttpResponse<byte[]> fetch(String signedUrl) {
        return http.fetch(signedUrl);
    }

    static String quoted(String text) {
        return JSON.toJson(text);
    }

    static String json(@Nullable Object value) {
        return JSON.serializeNulls().toJson(value);
    }
}
