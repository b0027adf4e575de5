package io.encord4j.fake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.Internals;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.platform.ReEncoding;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.seed.WorldSeed;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.storage.BlobStoreConfig;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.Worlds;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlEndpointsTest {

    private static final String LIST = "/v2/public/datasets/list";
    private static final String CREATE = "{\"title\": \"A\", \"createBackingFolder\": true, \"legacyCall\": false}";
    private static final String DATASET = "11111111-2222-4333-8444-555555555555";
    private static final String WORLD = "/worlds/mine";

    private FakeEncordServer server;
    private ControlClient control;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
        control = new ControlClient(server);
        control.ok("POST", "/worlds", "{\"id\": \"mine\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describesExactlyWhatItAnswers() {
        Set<String> routed = endpoints().routes().stream()
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        String path = "";
        String yaml = control.send("GET", "/openapi.yaml", "").body();
        for (String line :
                yaml.substring(0, yaml.indexOf("\ncomponents:")).lines().toList()) {
            if (line.matches("  /_fake.*:")) {
                path = line.trim().replaceAll(":$", "");
            } else if (line.matches("    (get|put|post|delete):")) {
                described.add(line.trim().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        assertThat(routed).isEqualTo(described).hasSizeGreaterThan(20);
    }

    @Test
    void handsOutTheDescriptionOfTheServiceAsOneFile() {
        String yaml = control.send("GET", "/encord-openapi.yaml", "").body();
        assertThat(yaml)
                .contains("/v2/public/datasets/list:", "/public#video.delete:")
                .doesNotContain(".yaml\"");

        Map<String, Object> json = control.ok("GET", "/encord-openapi.json", "");
        assertThat(json).containsKeys("openapi", "components");
        assertThat(((Map<?, ?>) json.get("paths")).containsKey("/v2/public/datasets/list"))
                .isTrue();

        assertThat(control.refusal("GET", "/nothing", "", 404))
                .contains("/_fake/openapi.yaml", "/_fake/encord-openapi.yaml");
    }

    @Test
    void doesNothingForAWebPageOfAnotherOrigin() {
        assertThat(control.send("POST", "/worlds", "{\"id\": \"theirs\"}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(control.send("GET", "/health", "", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(200);
        assertThat(worldIds()).containsExactly("default", "mine");
    }

    @Test
    void makesListsAndRemovesWorlds() {
        assertThat(worldIds()).containsExactly("default", "mine");
        assertThat(control.ok("GET", WORLD, "")).containsEntry("datasets", 0.0);
        assertThat(control.refusal("POST", "/worlds", "{\"id\": \"mine\"}", 400))
                .contains("mine");

        control.ok("DELETE", WORLD, "");

        assertThat(worldIds()).containsExactly("default");
        assertThat(control.refusal("GET", WORLD, "", 404)).contains("mine").contains("/_fake/worlds");
        assertThat(control.refusal("DELETE", "/worlds/default", "", 400)).contains("reset");
    }

    @Test
    void givesCredentialsThatLeadToTheWorld() {
        FakeUser user = user(WORLD);
        TestClient client = new TestClient(server);
        client.rest("POST", "/v2/public/datasets", CREATE, user);
        assertThat(client.get(LIST, user).body()).contains("\"A\"");
        assertThat(control.ok("GET", WORLD, "")).containsEntry("datasets", 1.0);
        assertThat(control.ok("GET", "/worlds/default", "")).containsEntry("datasets", 0.0);
    }

    @Test
    void takesSnapshotsRestoresForksAndResets() {
        FakeUser user = user(WORLD);
        Object snapshot = control.ok("POST", WORLD + "/snapshots", "").get("id");
        new TestClient(server).rest("POST", "/v2/public/datasets", CREATE, user);
        Object fork = control.ok("POST", WORLD + "/fork", "").get("id");

        assertThat(control.ok("POST", WORLD + "/snapshots/" + snapshot + "/restore", ""))
                .containsEntry("datasets", 0.0);
        assertThat(control.ok("GET", "/worlds/" + fork, "")).containsEntry("datasets", 1.0);
        assertThat(control.ok("POST", WORLD + "/reset", "")).containsEntry("users", 0.0);
        assertThat(control.refusal("POST", WORLD + "/snapshots/none/restore", "", 404))
                .contains("none");
    }

    @Test
    void showsAndChangesTheChoicesOfAWorld() {
        assertThat(control.ok("GET", WORLD + "/choices", ""))
                .containsEntry("emptyTitles", false)
                .containsEntry("signedUrlLife", "PT1H")
                .containsEntry("unknownDataset", "NOT_FOUND");

        assertThat(control.ok("PUT", WORLD + "/choices", "{\"emptyTitles\": true, \"signedUrlLife\": \"PT5S\"}"))
                .containsEntry("emptyTitles", true)
                .containsEntry("signedUrlLife", "PT5S")
                .containsEntry("unknownDataset", "NOT_FOUND");

        assertThat(Internals.state(server.world("mine").orElseThrow()).choices().emptyTitles())
                .isTrue();
        assertThat(control.refusal("PUT", WORLD + "/choices", "{\"unknownDataset\": \"LOST\"}", 400))
                .contains("LOST")
                .contains("NOT_AUTHORISED");
        assertThat(control.refusal("PUT", WORLD + "/choices", "{\"emptyTitle\": true}", 400))
                .contains("emptyTitle")
                .contains("emptyTitles");
    }

    @Test
    void hasAnEntryForEveryChoice() {
        assertThat(control.ok("GET", WORLD + "/choices", ""))
                .containsOnlyKeys(Stream.of(Choices.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void stepsTimeOverAReEncoding() {
        control.ok("PUT", WORLD + "/clock", "{\"mode\": \"FROZEN\", \"at\": \"2026-03-01T00:00:00Z\"}");
        control.ok("PUT", WORLD + "/re-encoding", "{\"ends\": \"AFTER_DURATION\", \"duration\": \"PT1H\"}");
        control.ok(
                "POST",
                WORLD + "/seed",
                "{\"users\": [{\"email\": \"a@b.c\"}], \"datasets\": [{\"hash\": \"" + DATASET
                        + "\", \"title\": \"D\", \"owner\": \"a@b.c\"}], \"tasks\": [{\"id\": 7, \"dataset\": \""
                        + DATASET + "\", \"ends\": \"AFTER_DURATION\","
                        + " \"duration\": \"PT1H\"}]}");

        control.ok("POST", WORLD + "/clock/advance", "{\"by\": \"PT59M\"}");
        assertThat(status(7)).isEqualTo(ReEncodeTask.Status.SUBMITTED);
        assertThat(control.ok("POST", WORLD + "/clock/advance", "{\"by\": \"PT1M\"}"))
                .containsEntry("now", "2026-03-01T01:00:00Z");
        assertThat(status(7)).isEqualTo(ReEncodeTask.Status.DONE);
        assertThat(control.refusal("POST", WORLD + "/tasks/7/end", "{\"action\": \"FAIL\"}", 400))
                .contains("DONE");
    }

    @Test
    void armsFaultsAndShowsTheirReceipts() {
        FakeUser user = user(WORLD);
        Map<String, Object> armed = control.ok(
                "POST",
                WORLD + "/faults",
                "{\"operations\": [\"listDatasets\"], \"phase\": \"BEFORE_HANDLING\","
                        + " \"effect\": {\"type\": \"RETRY_LATER\", \"status\": 503, \"seconds\": 3}}");
        assertThat(armed).containsEntry("id", 1.0).containsEntry("struck", false);

        var response = new TestClient(server).get(LIST, user);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("3");
        Map<String, Object> receipt = control.ok("GET", WORLD + "/faults/1", "");
        assertThat(receipt).containsEntry("struck", true);
        assertThat((List<?>) receipt.get("strikes")).hasSize(1);
        assertThat(control.ok("DELETE", WORLD + "/faults/1", "")).containsEntry("struck", true);
        assertThat(control.refusal("GET", WORLD + "/faults/2", "", 404)).contains("2");
    }

    @Test
    void showsTheJournalAndWaitsForIt() {
        FakeUser user = user(WORLD);
        new TestClient(server).get(LIST, user);
        Map<String, Object> entry =
                control.ok("POST", WORLD + "/journal/await", "{\"operation\": \"listDatasets\", \"status\": 200}");
        assertThat(entry).containsEntry("progress", "ANSWERED").containsEntry("user", user.hash());
        assertThat((List<?>) control.ok("GET", WORLD + "/journal?operation=getDataset", "")
                        .get("entries"))
                .isEmpty();
        assertThat(control.refusal(
                        "POST",
                        WORLD + "/journal/await",
                        "{\"operation\": \"getDataset\", \"timeout\": \"PT0.01S\"}",
                        408))
                .contains("getDataset");
    }

    @Test
    void countsExchangesInTheMetrics() {
        FakeUser user = user(WORLD);
        new TestClient(server).get(LIST, user);
        control.ok("POST", WORLD + "/journal/await", "{\"operation\": \"listDatasets\"}");
        assertThat(control.send("GET", "/metrics", "").body())
                .contains("encord_fake_worlds 2\n")
                .contains("encord_fake_exchanges_total{operation=\"listDatasets\",status=\"200\"} 1\n");
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertThat(control.refusal("POST", WORLD + "/clock/advance", "{\"by\": \"1 hour\"}", 400))
                .contains("by")
                .contains("1 hour")
                .contains("PT1H");
        assertThat(control.refusal("POST", WORLD + "/clock/advance", "{\"by\": \"-PT1H\"}", 400))
                .contains("PT-1H");
        assertThat(control.refusal("PUT", WORLD + "/clock", "{\"mode\": \"LUNAR\"}", 400))
                .contains("LUNAR")
                .contains("FROZEN");
        assertThat(control.refusal("POST", "/worlds", "{\"name\": \"x\"}", 400)).contains("name", "id");
        assertThat(control.refusal("POST", "/worlds", "{", 400)).contains("not JSON");
        assertThat(control.refusal("POST", "/worlds", "[]", 400)).contains("JSON object");
        assertThat(control.refusal("POST", WORLD + "/users", "{\"email\": \" \"}", 400))
                .contains("e-mail");
        assertThat(control.refusal(
                        "POST",
                        WORLD + "/faults",
                        "{\"operations\": [\"listDatsets\"], \"phase\": \"BEFORE_HANDLING\","
                                + " \"effect\": {\"type\": \"RESET\"}}",
                        400))
                .contains("listDatsets", "listDatasets");
        assertThat(control.refusal("DELETE", "/health", "", 405)).contains("GET");
        assertThat(control.refusal("GET", "/nothing", "", 404)).contains("openapi.yaml");
    }

    @Test
    void asksForTheTokenIfThereIsOne() {
        try (FakeEncordServer guarded =
                FakeEncordServer.builder().controlToken("open sesame").start()) {
            ControlClient client = new ControlClient(guarded);
            assertThat(client.refusal("GET", "/worlds", "", 401))
                    .contains("X-Fake-Token")
                    .doesNotContain("sesame");
            assertThat(client.send("GET", "/worlds", "", "X-Fake-Token", "open").statusCode())
                    .isEqualTo(401);
            assertThat(client.send("GET", "/worlds", "", "X-Fake-Token", "open sesame")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("GET", "/worlds", "", "Authorization", "Bearer open sesame")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("GET", "/health", "").statusCode()).isEqualTo(200);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeEncordServer.builder().controlToken(" "))
                .withMessageContaining("blank");
    }

    private List<Object> worldIds() {
        return ((List<?>) control.ok("GET", "/worlds", "").get("worlds"))
                .stream().map(world -> (Object) ((Map<?, ?>) world).get("id")).toList();
    }

    private FakeUser user(String world) {
        Map<String, Object> made = control.ok("POST", world + "/users", "{\"email\": \"alice@example.com\"}");
        return new FakeUser(
                (String) made.get("hash"),
                (String) made.get("email"),
                (String) made.get("sshPrivateKey"),
                (String) made.get("sshPublicKey"),
                (String) made.get("bearerToken"));
    }

    private ReEncodeTask.Status status(int task) {
        var state = Internals.state(server.world("mine").orElseThrow());
        return ReEncoding.progress(state, state.work().tasks().get(task)).status();
    }

    private static ControlEndpoints endpoints() {
        BlobStore blobs = new BlobStore(BlobStoreConfig.defaults());
        Worlds.Settings settings = new Worlds.Settings(
                Choices.DEFAULT,
                ClockSetting.REAL,
                OptionalLong.of(0),
                ReEncodePlan.DEFAULT,
                1,
                false,
                (world, entry) -> {});
        Worlds worlds = new Worlds(settings, Clock.systemUTC(), (delay, task) -> () -> {}, new WorldSeed(blobs));
        return new ControlEndpoints(
                worlds,
                blobs,
                UrlSigner.withRandomSecret(),
                new ExchangeCounts(),
                (delay, task) -> () -> {},
                new ControlAccess(Optional.empty(), "127.0.0.1", Optional.empty()));
    }
}
