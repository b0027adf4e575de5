package io.encord4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.encord4j.ClientOptions;
import io.encord4j.CreatedDataset;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The fake's jar as a process, with a user, a dataset and an API key in it. */
public final class FakeJar implements AutoCloseable {

    private final Child process;
    private final int port;
    private final JsonNode user;
    private final String dataset;
    private final String apiKey;

    private FakeJar(Child process, int port, JsonNode user, String dataset, String apiKey) {
        this.process = process;
        this.port = port;
        this.user = user;
        this.dataset = dataset;
        this.apiKey = apiKey;
    }

    /** Starts the jar. */
    public static FakeJar start(Lab lab, String... flags) throws IOException {
        int port = Probe.freePort();
        Child process = Child.silent(
                List.of(flags),
                "-jar",
                lab.jar().toString(),
                "--port",
                String.valueOf(port),
                "--storage-dir",
                lab.folder().toString());
        Probe.awaitAnswer(process, port, smallCall("none"));
        JsonNode user = post(port, "/_fake/worlds/default/users", "{\"email\": \"bench@example.com\"}");
        try (EncordUserClient client = EncordUserClient.builder()
                .sshKey(user.get("sshPrivateKey").asText())
                .options(ClientOptions.builder().domain(url(port)).build())
                .build()) {
            CreatedDataset dataset = client.createDataset("Benchmark");
            String key = client.getOrCreateDatasetApiKey(dataset.datasetHash()).key();
            return new FakeJar(process, port, user, dataset.datasetHash(), key);
        }
    }

    /** The small call that all servers are asked: what an API key is for. */
    public static byte[] smallCall(String apiKey) {
        return RawConnection.post(
                "/public",
                "{\"query_type\": \"apikeymeta\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}",
                "Authorization: " + apiKey,
                "ResourceID: 00000000-0000-0000-0000-000000000000",
                "Accept: application/json",
                "User-Agent: bench");
    }

    /** The same call to this server, whose answer is a success. */
    public byte[] smallCall() {
        return new String(smallCall(apiKey), UTF_8)
                .replace("00000000-0000-0000-0000-000000000000", dataset)
                .getBytes(UTF_8);
    }

    /** A URL to which a video can be sent any number of times. */
    public String signedUrl(String name) throws IOException {
        String call =
                "{\"query_type\": \"signedvideourl\", \"query_method\": \"GET\", \"values\": {\"uid\": \"%s\", \"payload\": null}}"
                        .formatted(name);
        return post(port, "/public", call, "Authorization", apiKey, "ResourceID", dataset)
                .at("/response/signed_url")
                .asText();
    }

    private static JsonNode post(int port, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(url(port) + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        HttpRequest request = (headers.length == 0 ? builder : builder.headers(headers)).build();
        try {
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    public Child process() {
        return process;
    }

    public int port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    public String dataset() {
        return dataset;
    }

    public String apiKey() {
        return apiKey;
    }

    /** The key of the user, on one line. */
    public String sshKey() {
        return user.get("sshPrivateKey").asText();
    }

    /** A client of the dataset, with its API key. */
    public EncordDatasetClient client() {
        return EncordDatasetClient.builder()
                .resourceId(dataset)
                .apiKey(apiKey)
                .options(ClientOptions.builder().domain(url()).build())
                .build();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
