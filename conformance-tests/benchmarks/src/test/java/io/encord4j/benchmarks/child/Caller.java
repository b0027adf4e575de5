package io.encord4j.benchmarks.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import io.encord4j.ApiKeyMeta;
import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One small call, by the client and by OkHttp with everything prepared: microseconds, or bytes allocated. */
public final class Caller {

    private static final Duration SPAN = Duration.ofSeconds(1);
    private static final int CALLS = 2_000;

    private final EncordDatasetClient client;
    private final OkHttpClient http = new OkHttpClient();
    private final Request prepared;
    private final Timed timed = new Timed();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Caller(String url, String dataset, String apiKey) {
        client = EncordDatasetClient.builder()
                .resourceId(dataset)
                .apiKey(apiKey)
                .options(ClientOptions.builder().domain(url).build())
                .build();
        String body =
                "{\"query_type\":\"apikeymeta\",\"query_method\":\"GET\",\"values\":{\"uid\":null,\"payload\":null}}";
        prepared = new Request.Builder()
                .url(url + "/public")
                .header("Authorization", apiKey)
                .header("ResourceID", dataset)
                .header("Accept", "application/json")
                .post(RequestBody.create(body.getBytes(UTF_8), MediaType.get("application/json")))
                .build();
    }

    /** Arguments: URL, dataset, API key. */
    public static void main(String[] arguments) throws IOException {
        Caller caller = new Caller(arguments[0], arguments[1], arguments[2]);
        Commands.serve(Map.of(
                "client", none -> caller.timed.nanos(SPAN, caller::byClient) / 1e3,
                "okhttp", none -> caller.timed.nanos(SPAN, caller::byHand) / 1e3,
                "client-bytes", none -> caller.allocated(caller::byClient),
                "okhttp-bytes", none -> caller.allocated(caller::byHand)));
        caller.client.close();
    }

    private ApiKeyMeta byClient() {
        return client.describeApiKey();
    }

    private byte[] byHand() throws IOException {
        try (Response response = http.newCall(prepared).execute()) {
            return response.body().bytes();
        }
    }

    private double allocated(Timed.Work work) throws IOException {
        long before = allocated();
        for (int i = 0; i < CALLS; i++) {
            work.run();
        }
        return (double) (allocated() - before) / CALLS;
    }

    /** By all threads, since the client calls on one of its own. */
    private long allocated() {
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
