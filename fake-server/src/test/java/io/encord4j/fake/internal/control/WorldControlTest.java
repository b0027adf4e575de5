package io.encord4j.fake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.journal.JournalEntry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldControlTest {

    private static final String LIST = "/v2/public/datasets/list";
    private static final String WORLD = "/worlds/mine";
    private static final String ADA = "ada@example.com";

    private FakeEncordServer server;
    private ControlClient control;
    private TestClient client;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
        control = new ControlClient(server);
        client = new TestClient(server);
        control.ok("POST", "/worlds", "{\"id\": \"mine\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aForkSharesNoCredentialWithItsOriginal() {
        FakeDataset seeded = seeded();
        FakeUser ada = seeded.owner();
        FakeWorld fork = fork();
        FakeUser adaOfFork = fork.credentials(ADA);

        assertThat(adaOfFork.hash()).isEqualTo(ada.hash());
        assertThat(adaOfFork.bearerToken()).isNotEqualTo(ada.bearerToken());
        assertThat(keys(ada, seeded)).contains(seeded.apiKey());
        assertThat(keys(adaOfFork, seeded)).isEmpty();
        assertThat(fork.export())
                .contains(seeded.hash())
                .doesNotContain(seeded.apiKey(), ada.bearerToken(), ada.sshPublicKey());
    }

    @Test
    void anApiKeyOpensTheWorldThatGaveItOut() {
        FakeDataset seeded = seeded();
        FakeWorld fork = fork();
        String ofFork = masterKey(fork.credentials(ADA), seeded);

        assertThat(ofFork).isNotEqualTo(seeded.apiKey());
        assertThat(masterKey(fork.credentials(ADA), seeded)).isEqualTo(ofFork);
        deleteRow(seeded, ofFork);

        assertThat(rows(fork, seeded)).isEmpty();
        assertThat(rows(mine(), seeded)).hasSize(1);
        deleteRow(seeded, seeded.apiKey());
        assertThat(rows(mine(), seeded)).isEmpty();
    }

    @Test
    void aSignedUrlOfTheOriginalUploadsIntoTheOriginal() {
        FakeUser ada = mine().newUser(ADA);
        String url = String.valueOf(((Map<?, ?>) TestClient.list(
                                client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", ada), "results")
                        .get(0))
                .get("signedUrl"));
        FakeWorld fork = fork();

        assertThat(client.put(url, new byte[] {1}).statusCode()).isEqualTo(200);

        assertThat(mine().journal().entries("putObject")).hasSize(1);
        assertThat(fork.journal().entries("putObject")).isEmpty();
    }

    @Test
    void aCredentialThatTwoWorldsWereSeededWithLeadsToTheNewest() {
        String seed = "{\"users\": [{\"email\": \"ada@example.com\", \"bearerTokens\": [\"shared\"]}]}";
        control.ok("POST", WORLD + "/seed", seed);
        FakeUser ada = mine().credentials(ADA);
        control.ok("POST", "/worlds", "{\"id\": \"newer\"}");
        control.ok("POST", "/worlds/newer/seed", seed);

        client.get(LIST, ada);
        control.ok("DELETE", "/worlds/newer", "");
        client.get(LIST, ada);

        assertThat(ada.bearerToken()).isEqualTo("shared");
        assertThat(mine().journal().entries("listDatasets")).hasSize(1);
    }

    @Test
    void comesBackTheSameFromItsExport() {
        seeded();
        String exported = control.send("GET", WORLD + "/export", "").body();
        control.ok("POST", "/worlds", "{\"id\": \"copy\"}");

        control.ok("POST", "/worlds/copy/seed", exported);

        assertThat(control.send("GET", "/worlds/copy/export", "").body()).isEqualTo(exported);
    }

    @Test
    void stepsTimeWithEachPoll() {
        FakeDataset seeded = seeded();
        assertThat(control.ok(
                        "PUT",
                        WORLD + "/clock",
                        "{\"mode\": \"FROZEN\", \"at\": \"2026-03-01T00:00:00Z\", \"perPoll\": \"PT10S\"}"))
                .containsEntry("now", "2026-03-01T00:00:00Z")
                .containsEntry("perPoll", "PT10S");
        control.ok(
                "POST",
                WORLD + "/seed",
                "{\"tasks\": [{\"id\": 7, \"dataset\": \"" + seeded.hash()
                        + "\", \"ends\": \"AFTER_DURATION\", \"duration\": \"PT25S\"}]}");

        assertThat(poll(seeded)).contains("SUBMITTED");
        assertThat(poll(seeded)).contains("SUBMITTED");
        assertThat(poll(seeded)).contains("DONE");
        assertThat(control.ok("GET", WORLD + "/clock", "")).containsEntry("now", "2026-03-01T00:00:30Z");
        assertThat(control.ok("PUT", WORLD + "/clock", "{\"mode\": \"REAL\"}")).containsEntry("mode", "REAL");
    }

    @Test
    void waitsForTheJournalInRealTimeWhileTheWorldStands() {
        control.ok("PUT", WORLD + "/clock", "{\"mode\": \"FROZEN\"}");
        FakeUser ada = mine().newUser(ADA);
        CompletableFuture<Map<String, Object>> waiting = CompletableFuture.supplyAsync(() -> control.ok(
                "POST", WORLD + "/journal/await", "{\"operation\": \"listDatasets\", \"timeout\": \"PT20S\"}"));

        client.get(LIST, ada);

        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).containsEntry("operation", "listDatasets");
        assertThat(control.refusal(
                        "POST",
                        WORLD + "/journal/await",
                        "{\"operation\": \"getDataset\", \"timeout\": \"PT0.01S\"}",
                        408))
                .contains("getDataset");
    }

    @Test
    void countsExchangesOfTheJournal() {
        FakeUser ada = mine().newUser(ADA);
        client.get(LIST, ada);
        client.get(LIST, ada);

        control.ok("POST", WORLD + "/journal/assert", "{\"operation\": \"listDatasets\", \"times\": 2}");
        control.ok(
                "POST", WORLD + "/journal/assert", "{\"operation\": \"listDatasets\", \"status\": 500, \"times\": 0}");
        control.ok("POST", WORLD + "/journal/assert", "{\"operation\": \"listDatasets\", \"afterSequence\": 1}");
        assertThat(control.refusal("POST", WORLD + "/journal/assert", "{\"operation\": \"listDatasets\"}", 409))
                .contains("Expected 1", "there are 2", "#2 listDatasets");
        assertThat(control.refusal(
                        "POST", WORLD + "/journal/assert", "{\"operation\": \"listDatasets\", \"times\": -1}", 400))
                .contains("$.times");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> mine().journal().assertCount(JournalEntry::isOver, 0));
    }

    @Test
    void refusesAFaultThatCannotStrike() {
        assertThat(control.refusal(
                        "POST",
                        WORLD + "/faults",
                        "{\"operations\": [\"listDatasets\"], \"phase\": \"IN_REQUEST_BODY\","
                                + " \"effect\": {\"type\": \"RESET\"}}",
                        400))
                .contains("listDatasets", "no body");
        assertThat(control.refusal(
                        "POST",
                        WORLD + "/faults",
                        "{\"operations\": [\"getDataset\"], \"phase\": \"BEFORE_HANDLING\","
                                + " \"effect\": {\"type\": \"TRUNCATE\"}}",
                        400))
                .contains("cannot happen");
        assertThat((List<?>) control.ok("GET", WORLD + "/faults", "").get("faults"))
                .isEmpty();
    }

    @Test
    void takesWhoeverComesThroughAProxyForElsewhere() {
        HttpResponse<String> answer = control.send("GET", "/worlds", "", "X-Forwarded-For", "127.0.0.1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestClient.object(answer)).containsOnlyKeys("message");
    }

    private FakeWorld mine() {
        return server.world("mine").orElseThrow();
    }

    private FakeWorld fork() {
        return server.world(
                        String.valueOf(control.ok("POST", WORLD + "/fork", "").get("id")))
                .orElseThrow();
    }

    private FakeDataset seeded() {
        return mine().newDataset(mine().newUser(ADA), "Seeded", "a.png");
    }

    private static Map<String, DataRow> rows(FakeWorld world, FakeDataset dataset) {
        return Internals.state(world).datasets().get(dataset.hash()).rows();
    }

    private List<Object> keys(FakeUser user, FakeDataset dataset) {
        String asked = "{\"dataset_hash\": \"" + dataset.hash() + "\"}";
        List<?> keys =
                TestClient.list(call("/public/user", bearer(user), dataset, "datasetapikey", "GET", asked), "response");
        return keys.stream()
                .map(key -> (Object) ((Map<?, ?>) key).get("api_key"))
                .toList();
    }

    private String masterKey(FakeUser user, FakeDataset dataset) {
        String asked = "{\"dataset_hash\": \"" + dataset.hash() + "\"}";
        Object key = TestClient.object(call("/public/user", bearer(user), dataset, "datasetapikey", "PUT", asked))
                .get("response");
        return String.valueOf(((Map<?, ?>) key).get("api_key"));
    }

    private void deleteRow(FakeDataset dataset, String apiKey) {
        String rows = "[\"" + dataset.rows().get(0) + "\"]";
        assertThat(call("/public", apiKey, dataset, "video", "DELETE", rows, "null")
                        .statusCode())
                .isEqualTo(200);
    }

    private String poll(FakeDataset dataset) {
        return call("/public", dataset.apiKey(), dataset, "reencodevideotask", "GET", "7", "null")
                .body();
    }

    private static String bearer(FakeUser user) {
        return "Bearer " + user.bearerToken();
    }

    private HttpResponse<String> call(
            String path, String authorization, FakeDataset dataset, String type, String method, String payload) {
        return call(path, authorization, dataset, type, method, "null", payload);
    }

    private HttpResponse<String> call(
            String path,
            String authorization,
            FakeDataset dataset,
            String type,
            String method,
            String uid,
            String payload) {
        return client.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .POST(BodyPublishers.ofString("{\"query_type\": \"" + type + "\", \"query_method\": \"" + method
                        + "\", \"values\": {\"uid\": " + uid + ", \"payload\": " + payload + "}}"))
                .header("ResourceType", "dataset")
                .header("ResourceID", dataset.hash())
                .header("Authorization", authorization));
    }
}
