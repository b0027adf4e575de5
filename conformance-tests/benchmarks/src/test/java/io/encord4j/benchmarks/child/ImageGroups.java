package io.encord4j.benchmarks.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.UploadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** An image group of all files of a folder, by the client and by a loop that somebody wrote in an afternoon: seconds. */
public final class ImageGroups {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType PNG = MediaType.get("image/png");
    private static final int PARALLEL = 4;

    private final String url;
    private final String datasetHash;
    private final String key;
    private final List<Path> files;
    /** With the one setting that makes the loop ten times faster, since whoever measures it finds that, too. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addNetworkInterceptor(chain -> {
                chain.connection().socket().setTcpNoDelay(true);
                return chain.proceed(chain.request());
            })
            .build();

    private final ObjectMapper json = new ObjectMapper();

    private ImageGroups(String url, String datasetHash, String key, List<Path> files) {
        this.url = url;
        this.datasetHash = datasetHash;
        this.key = key;
        this.files = files;
    }

    /** Arguments: URL, dataset, API key, folder. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[3]))) {
            files = all.sorted().toList();
        }
        ImageGroups groups = new ImageGroups(arguments[0], arguments[1], arguments[2], files);
        try (EncordDatasetClient client = EncordDatasetClient.builder()
                .resourceId(arguments[1])
                .apiKey(arguments[2])
                .options(ClientOptions.builder().domain(arguments[0]).build())
                .build()) {
            Commands.serve(Map.of("client", none -> groups.byClient(client), "loop", none -> groups.byHand(client)));
        }
    }

    private double byClient(EncordDatasetClient client) {
        long start = System.nanoTime();
        String hash = client.createImageGroup(
                        files, UploadOptions.builder().parallelism(PARALLEL).build())
                .get(0)
                .dataHash();
        double seconds = (System.nanoTime() - start) / 1e9;
        client.deleteImageGroup(hash);
        return seconds;
    }

    private double byHand(EncordDatasetClient client) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            long start = System.nanoTime();
            String names = files.stream()
                    .map(file -> '"' + file.getFileName().toString() + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
            JsonNode targets = call("signedimagesurl", "GET", names, "null");
            List<Future<String>> sent = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                JsonNode target = targets.get(i);
                sent.add(threads.submit(() -> send(file, target)));
            }
            List<String> hashes = new ArrayList<>();
            for (Future<String> one : sent) {
                hashes.add('"' + one.get() + '"');
            }
            JsonNode group = call("imagegroup", "POST", hashes.toString(), "{}");
            double seconds = (System.nanoTime() - start) / 1e9;
            client.deleteImageGroup(group.get(0).get("data_hash").asText());
            return seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IOException("The loop failed.", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private String send(Path file, JsonNode target) throws IOException {
        Request put = new Request.Builder()
                .url(target.get("signed_url").asText())
                .put(RequestBody.create(file.toFile(), PNG))
                .build();
        try (Response response = http.newCall(put).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("PUT answered " + response.code());
            }
        }
        String hash = target.get("data_hash").asText();
        return call("image", "PUT", '"' + hash + '"', target.toString())
                .get("data_hash")
                .asText();
    }

    private JsonNode call(String type, String method, String uid, String payload) throws IOException {
        String body = "{\"query_type\": \"%s\", \"query_method\": \"%s\", \"values\": {\"uid\": %s, \"payload\": %s}}"
                .formatted(type, method, uid, payload);
        Request request = new Request.Builder()
                .url(url + "/public")
                .header("Authorization", key)
                .header("ResourceID", datasetHash)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonNode answer = json.readTree(response.body().byteStream());
            if (answer.path("status").asInt() != 200) {
                throw new IOException(type + " answered " + answer);
            }
            return answer.get("response");
        }
    }
}
