package io.encord4j.support;

import com.squareup.moshi.JsonReader;
import io.encord4j.ApiGeneration;
import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * A service on loopback that answers each operation as a test wants. Operations are named {@code video/DELETE} for remote calls and {@code GET
 * presigned-urls} for REST; {@code PUT storage} and {@code GET storage} are the bytes.
 */
public final class StubService implements AutoCloseable {
    public static final String DATASET = "ff8fac10-b070-5963-b59b-165a0d8e5662";
    public static final String API_KEY = "aEslM42uM4eBFFqRNN9BrffNGxwQfbVJT97iShgMiGA";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<Call, MockResponse>> handlers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final String scheme;
    private volatile Function<Call, MockResponse> everything;

    /** A request that has come. */
    public record Call(String operation, RecordedRequest request, Map<String, Object> values) {
        public Object uid() {
            return values.get("uid");
        }

        @SuppressWarnings("unchecked")
        public Map<String, Object> payload() {
            return (Map<String, Object>) values.get("payload");
        }
    }

    public StubService() {
        this(null);
    }

    /** A service that speaks TLS, if it is told how; then also HTTP/2. */
    public StubService(SSLSocketFactory tls) {
        server.setServerSocketFactory(new PromptSockets());
        scheme = tls == null ? "http" : "https";
        if (tls != null) {
            server.useHttps(tls);
        }
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers an operation with the result of a remote call, or the body of a REST call. */
    public StubService on(String operation, String json) {
        return on(operation, call -> ok(operation, json));
    }

    /** Answers an operation with one result after the other; the last one stays. */
    public StubService on(String operation, String first, String... more) {
        List<String> script = new ArrayList<>(List.of(more));
        script.add(0, first);
        return on(operation, call -> {
            synchronized (script) {
                return ok(operation, script.size() > 1 ? script.remove(0) : script.get(0));
            }
        });
    }

    public StubService on(String operation, Function<Call, MockResponse> handler) {
        handlers.put(operation, handler);
        return this;
    }

    /** Answers whatever comes in one way, until null is given. */
    public StubService always(Function<Call, MockResponse> handler) {
        everything = handler;
        return this;
    }

    /** Refuses an operation with an error token. */
    public StubService refuse(String operation, int status, String token) {
        return on(operation, call -> json(status, "{\"status\": %d, \"response\": [\"%s\"]}".formatted(status, token)));
    }

    public static MockResponse ok(String operation, String json) {
        return json(200, operation.contains(" ") ? json : "{\"status\": 200, \"response\": " + json + "}");
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    public String url(String path) {
        return scheme + "://" + server.getHostName() + ":" + server.getPort() + path;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Call> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    public List<String> operations() {
        return calls.stream().map(Call::operation).toList();
    }

    public ClientOptions.Builder options() {
        return ClientOptions.builder()
                .domain(url(""))
                .retryPolicy(RetryPolicy.builder().backoffFactor(0).build());
    }

    public EncordDatasetClient withApiKey() {
        return EncordDatasetClient.builder()
                .resourceId(DATASET)
                .apiKey(API_KEY)
                .options(options().build())
                .build();
    }

    public EncordUserClient withSshKey() {
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .options(options().build())
                .build();
    }

    public EncordUserClient withSshKeyOf2022() {
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .generation(ApiGeneration.V2022)
                .options(options().build())
                .build();
    }

    /** Serves presigned URLs, and takes their bytes. */
    public StubService storage() {
        on("GET presigned-urls", call -> {
            int count = Integer.parseInt(call.request().getUrl().queryParameter("count"));
            return json(200, presignedUrls(count));
        });
        return on("PUT storage", call -> status(200));
    }

    /** As many signed URLs, whose keys name the answer that they came with and their place in it. */
    public String presignedUrls(int count) {
        StringBuilder urls = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String key = calls("GET presigned-urls").size() + "-" + i;
            urls.append(i == 0 ? "" : ",")
                    .append("{\"itemUuid\":\"d3207fb8-c0dd-5b75-99e6-71c3e9cad573\",\"objectKey\":\"key-%s\","
                            .formatted(key))
                    .append("\"signedUrl\":\"%s\"}".formatted(url("/storage/" + key + "?X-Signature=s3cr3t")));
        }
        return "{\"results\": [" + urls + "], \"nextPageToken\": null}";
    }

    /** The state of an upload job. */
    public static String job(String status, String... titles) {
        StringBuilder rows = new StringBuilder();
        for (String title : titles) {
            rows.append(rows.isEmpty() ? "" : ",")
                    .append("{\"data_hash\":\"hash of %s\",\"title\":\"%s\",".formatted(title, title))
                    .append("\"backing_item_uuid\":\"d3207fb8-c0dd-5b75-99e6-71c3e9cad573\"}");
        }
        return """
                {"status": "%s", "data_hashes_with_titles": [%s], "errors": [], "data_unit_errors": [],
                 "units_pending_count": 0, "units_done_count": %d, "units_error_count": 0, "units_cancelled_count": 0}
                """.formatted(status, rows, titles.length);
    }

    /** A data row. */
    public static String row(String hash, String title) {
        return """
                {"data_hash": "%s", "data_title": "%s", "data_type": "VIDEO", "created_at": "2022-04-20 09:00:04",
                 "last_edited_at": "2022-04-20 09:00:04", "width": 640, "height": 480, "file_link": "l", "file_size": 1500.0,
                 "file_type": "video/mp4", "storage_location": 0, "frames_per_second": 25, "duration": 1}
                """.formatted(hash, title);
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        Map<String, Object> values = Map.of();
        String operation;
        if (path.startsWith("/storage")) {
            operation = request.getMethod() + " storage";
        } else if (path.startsWith("/v2/public/")) {
            operation = request.getMethod() + " " + path.substring("/v2/public/".length());
        } else {
            Map<String, Object> body = parse(request.getBody().utf8());
            operation = body.get("query_type") + "/" + body.get("query_method");
            values = map(body.get("values"));
        }
        Call call = new Call(operation, request, values);
        calls.add(call);
        Function<Call, MockResponse> handler = everything != null ? everything : handlers.get(operation);
        return handler == null
                ? json(405, "{\"status\": 405, \"response\": [\"METHOD_NOT_ALLOWED_ERROR\"]}")
                : handler.apply(call);
    }

    private static Map<String, Object> parse(String text) {
        try {
            return map(new FreeFormJson().fromJson(JsonReader.of(new Buffer().writeUtf8(text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
