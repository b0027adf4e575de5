package io.encord4j.fake.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.internal.control.ControlClient;
import io.encord4j.fake.journal.JournalEntry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which payload did I send, and why was it refused? */
class JournalExplainsTest {

    private static final String UPLOAD_URL = "/v2/public/presigned-urls?count=1&uploadItemType=video";

    private FakeEncordServer server;
    private FakeWorld world;
    private FakeUser user;
    private TestClient client;

    @BeforeEach
    void start() {
        server = FakeEncordServer.builder().journalBodies(true).start();
        world = server.newWorld();
        user = world.newUser("ada@example.com");
        client = new TestClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsQueryTypeMethodTokenAndTextOfARefusal() {
        world.journal().keepBodies(false);
        HttpResponse<String> answer = call("video", "DELETE", "no-such-dataset", "[]");

        JournalEntry entry = latest();
        assertThat(entry.operation()).isEqualTo("deleteData");
        assertThat(entry.queryType()).isEqualTo("video");
        assertThat(entry.queryMethod()).isEqualTo("DELETE");
        assertThat(entry.errorToken()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(entry.message())
                .isNotEmpty()
                .isEqualTo(TestClient.object(answer).get("payload"));
        assertThat(entry.requestBody()).isNull();
        assertThat(entry.responseBody()).isNull();
        assertThat(entry.withBodies())
                .isEqualTo(entry.toString())
                .contains("deleteData POST /public video/DELETE -> 404 RESOURCE_NOT_FOUND_ERROR \"" + entry.message());
    }

    @Test
    void tellsTheTextOfRestAndStorage() {
        client.get("/v2/public/datasets/list?editedAfter=yesterday", user);
        assertThat(latest().message()).contains("editedAfter");
        assertThat(latest().queryType()).isNull();

        client.fetch(server.url() + "/storage/no/such/object");
        JournalEntry storage = server.defaultWorld().journal().entries().get(0);
        assertThat(storage.errorToken()).isEqualTo("AccessDenied");
        assertThat(storage.message()).isNotEmpty();
    }

    @Test
    void keepsTheBodiesOfRequestAndAnswerIfAsked() {
        FakeDataset dataset = world.newDataset(user, "Harbour");
        HttpResponse<String> answer = call("dataset", "GET", dataset.hash(), "{}");

        assertThat(latest().requestBody()).contains("\"query_type\": \"dataset\"", dataset.hash());
        assertThat(latest().responseBody()).isEqualTo(answer.body()).contains("Harbour");
        assertThat(world.journal().toString()).contains("\n    >> {\"query_type\"", "\n    << {\"status\":200");
    }

    @Test
    void showsWhatWasSentOfAnAnswerThatAFaultCuts() throws Exception {
        FakeDataset dataset = world.newDataset(user, "Harbour");
        world.arm(Fault.on("getDataset").inResponse(10, new Effect.Malformed()));
        HttpResponse<String> answer = call("dataset", "GET", dataset.hash(), "{}");

        assertThat(latest().responseBody()).isEqualTo(answer.body()).startsWith("{\"status\":##");
    }

    @Test
    void keepsTheBeginningOnly() {
        call("dataset", "GET", "x".repeat(50_000), "{}");

        String body = Objects.requireNonNull(latest().requestBody());
        assertThat(body).hasSizeBetween(16_000, 17_000).endsWith(" bytes)").contains("xxx… (50");
    }

    @Test
    void keepsNoBytesOfFiles() {
        HttpResponse<String> urls = client.get(UPLOAD_URL, user);
        String url = urls.body().replaceAll(".*\"(http[^\"]*)\".*", "$1");
        assertThat(client.put(url, "the bytes of a film".getBytes(UTF_8)).statusCode())
                .isEqualTo(200);

        assertThat(latest().operation()).isEqualTo("putObject");
        assertThat(latest().requestBody()).isNull();
        assertThat(latest().bodySha256()).isNotNull();
    }

    @Test
    void keepsNoSecret() {
        FakeDataset dataset = world.newDataset(user, "Harbour");
        HttpResponse<String> urls = client.get(UPLOAD_URL, user);
        assertThat(urls.body()).contains("?");
        HttpResponse<String> token = client.get("/v2/public/user/bearer-token", user);
        assertThat(token.statusCode()).isEqualTo(200);
        String bearer = String.valueOf(TestClient.object(token).get("token"));
        HttpResponse<String> keys = user(
                "datasetapikey",
                "POST",
                "null",
                "{\"dataset_hash\": \"" + dataset.hash() + "\", \"title\": \"mine\", \"scopes\": [\"dataset.read\"]}");
        assertThat(keys.body()).contains("api_key");
        String apiKey = keys.body().replaceAll(".*\"api_key\":\"([^\"]*)\".*", "$1");
        call("dataset", "GET", user.bearerToken(), "{}");
        call("dataset", "GET", user.sshPrivateKey().replace("\n", "\\n"), "{}");
        call("dataset", "GET", "https:\\/\\/bucket.example\\/a.mp4\\u003fsig=s3cret", "{}");
        call("dataset", "GET", dataset.hash(), "{\"a\": \"{\\\"token\\\": \\\"s3cret\\\"}\"}");

        List<JournalEntry> entries = world.journal().entries();
        assertThat(entries)
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.requestBody() + entry.responseBody())
                        .contains("{\"")
                        .doesNotContain(bearer)
                        .doesNotContain(apiKey)
                        .doesNotContain(user.bearerToken())
                        .doesNotContain("s3cret")
                        .doesNotContain("b3BlbnNzaC1rZXk")
                        .doesNotContainPattern("\\?[a-zA-Z]"));
        assertThat(entries.get(0).responseBody()).contains("/storage/", "?(redacted)");
    }

    @Test
    void isSwitchedForAWorldByTheControlEndpoints() {
        ControlClient control = new ControlClient(server);
        String journal = "/worlds/" + world.id() + "/journal";
        assertThat(control.ok("GET", journal, "")).containsEntry("keepsBodies", true);
        control.ok("PUT", journal, "{\"keepsBodies\": false}");
        assertThat(control.ok("GET", journal, "")).containsEntry("keepsBodies", false);
        call("video", "DELETE", "x", "[]");
        control.ok("PUT", journal, "{\"keepsBodies\": true}");
        call("video", "DELETE", "x", "[]");

        List<?> entries = (List<?>) control.ok("GET", journal, "").get("entries");
        assertThat(entries).extracting("queryMethod").containsExactly("DELETE", "DELETE");
        assertThat(entries)
                .extracting("requestBody")
                .satisfiesExactly(
                        none -> assertThat(none).isNull(),
                        kept -> assertThat(kept.toString()).contains("\"uid\": \"x\""));
    }

    private HttpResponse<String> call(String type, String method, String uid, String payload) {
        return client.rpc("/public", body(type, method, "\"" + uid + "\"", payload), user);
    }

    private HttpResponse<String> user(String type, String method, String uid, String payload) {
        return client.rpc("/public/user", body(type, method, uid, payload), user);
    }

    private static String body(String type, String method, String uid, String payload) {
        return "{\"query_type\": \"" + type + "\", \"query_method\": \"" + method + "\", \"values\": {\"uid\": " + uid
                + ", \"payload\": " + payload + "}}";
    }

    private JournalEntry latest() {
        return last(world);
    }

    private static JournalEntry last(FakeWorld world) {
        long last = world.journal().lastSequence();
        try {
            return world.journal().await(entry -> entry.sequence() == last, Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
