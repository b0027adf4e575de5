package io.encord4j.fake;

import static io.encord4j.fake.TestClient.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.journal.JournalEntry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FakeEncordServerTest {

    private static final String CREATE = "{\"title\": \"Film\", \"createBackingFolder\": true, \"legacyCall\": false}";
    private static final String LIST = "/v2/public/datasets/list";

    @Test
    void listensOnLoopbackAndSaysThatItIsHealthy() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
            HttpResponse<String> health = new TestClient(server).anonymous("GET", "/_fake/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(TestClient.object(health).get("ready")).isEqualTo(true);
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        FakeEncordServer server = FakeEncordServer.start();
        FakeUser alice = server.defaultWorld().newUser("alice@example.com");
        new TestClient(server).get(LIST, alice);
        Set<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("encord4j-fake-server"))
                .collect(Collectors.toSet());

        server.close();
        server.close();

        // Other servers of this JVM have threads of the same names, which end when those are closed.
        for (Thread thread : threads) {
            assertThat(thread.isDaemon()).isTrue();
        }
        assertThatExceptionOfType(TestClient.ConnectionFailed.class)
                .isThrownBy(() -> new TestClient(server).anonymous("GET", "/_fake/health"));
    }

    @Test
    void answersHeldPollsWhenItIsClosed() throws Exception {
        FakeEncordServer server = FakeEncordServer.start();
        FakeWorld world = server.defaultWorld();
        FakeUser alice = world.newUser("alice@example.com");
        TestClient client = new TestClient(server);
        Internals.platform(world)
                .change(tx -> tx.become(tx.state().withUploads(new UploadPlan(new Completion.ByHand(), Map.of()))));
        String dataset = (String) TestClient.object(client.rest("POST", "/v2/public/datasets", CREATE, alice))
                .get("datasetUuid");
        UUID integration =
                Internals.state(world).integrations().values().iterator().next().uuid();
        String job = rpc(
                "POST",
                dataset,
                "{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/v.mp4\"}]}, \"integrationId\": \"" + integration
                        + "\", \"ignoreErrors\": true}");
        Object process = ((Map<?, ?>)
                        TestClient.object(client.rpc("/public", job, alice)).get("response"))
                .get("process_hash");
        String poll = rpc("GET", dataset, "{\"process_hash\": \"" + process + "\", \"timeout_seconds\": 60}");
        FaultReceipt begun = world.arm(Fault.on("getUploadJob").beforeHandling(new Effect.Delay(Duration.ofMillis(1))));
        CompletableFuture<HttpResponse<String>> held =
                CompletableFuture.supplyAsync(() -> client.rpc("/public", poll, alice));
        while (!begun.struck()) {
            Thread.onSpinWait();
        }

        server.close();

        assertThat(held).succeedsWithin(Duration.ofSeconds(10)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("PENDING");
        });
    }

    @Test
    void saysWhyItCannotStart() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            assertThatExceptionOfType(FakeServerStartException.class)
                    .isThrownBy(
                            () -> FakeEncordServer.builder().port(server.port()).start())
                    .withMessageContaining("127.0.0.1:" + server.port());
        }
    }

    @Test
    void keepsWorldsApart() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            TestClient client = new TestClient(server);
            List<FakeUser> users = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                users.add(server.newWorld().newUser("alice@example.com"));
            }
            users.parallelStream().forEach(user -> client.rest("POST", "/v2/public/datasets", CREATE, user));

            assertThat(users)
                    .allSatisfy(user ->
                            assertThat(list(client.get(LIST, user), "result")).hasSize(1));
            assertThat(server.defaultWorld().journal().entries()).isEmpty();
            assertThat(server.worlds()).hasSize(101);
        }
    }

    @Test
    void keepsOfALongPathOnlyItsBeginning() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            new TestClient(server).send(HttpRequest.newBuilder(URI.create(server.url() + "/" + "p".repeat(50_000))));

            JournalEntry entry = server.defaultWorld().journal().entries().get(0);
            assertThat(entry.path()).hasSizeLessThan(1100).endsWith("ppp... (50001 characters)");
        }
    }

    @Test
    void leadsTheCredentialsOfAForkToTheForkUntilItIsClosed() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            TestClient client = new TestClient(server);
            FakeWorld original = server.newWorld("original");
            FakeUser alice = original.newUser("alice@example.com");
            FakeUser aliceOfFork;
            try (FakeWorld fork = original.fork()) {
                aliceOfFork = fork.credentials("alice@example.com");
                assertThat(aliceOfFork.hash()).isEqualTo(alice.hash());
                client.rest("POST", "/v2/public/datasets", CREATE, aliceOfFork);
                assertThat(Internals.state(fork).datasets()).hasSize(1);
                assertThat(list(client.get(LIST, alice), "result")).isEmpty();
            }
            assertThat(client.get(LIST, aliceOfFork).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void goesBackToASnapshotAndToTheBeginning() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            TestClient client = new TestClient(server);
            FakeWorld world = server.newWorld();
            FakeUser alice = world.newUser("alice@example.com");
            WorldSnapshot snapshot = world.snapshot();
            client.rest("POST", "/v2/public/datasets", CREATE, alice);

            world.restore(snapshot);
            assertThat(list(client.get(LIST, alice), "result")).isEmpty();

            world.reset();
            assertThat(client.get(LIST, alice).statusCode()).isEqualTo(401);
            assertThat(world.journal().entries()).isEmpty();
        }
    }

    @Test
    void doesEverythingTheSameTwiceWhenDeterministic() {
        assertThat(deterministicRun()).isEqualTo(deterministicRun());
    }

    @Test
    void refusesASecondWorldOfTheSameNameAndNamesThatDoNotFitIntoUrls() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            server.newWorld("mine");
            assertThatIllegalArgumentException().isThrownBy(() -> server.newWorld("mine"));
            assertThatIllegalArgumentException().isThrownBy(() -> server.newWorld("a/b"));
            assertThat(server.world("mine")).isPresent();
            assertThat(server.world("other")).isEmpty();
        }
    }

    @Test
    void writesAFailedSignInIntoTheJournalOfTheWorldWhoseKeyItClaims() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            FakeUser alice = world.newUser("alice@example.com");

            assertThat(new TestClient(server).signed("GET", LIST, "", alice, 1).statusCode())
                    .isEqualTo(401);

            assertThat(world.journal().entries("listDatasets"))
                    .extracting(JournalEntry::status, JournalEntry::errorToken)
                    .containsExactly(tuple(401, "NOT_AUTHENTICATED"));
        }
    }

    @Test
    void tellsAnObserverOfEveryExchange() {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        try (FakeEncordServer server = FakeEncordServer.builder()
                .onExchange((world, entry) -> lines.add(world + " " + entry.operation()))
                .start()) {
            FakeUser alice = server.defaultWorld().newUser("alice@example.com");
            new TestClient(server).get(LIST, alice);
        }
        assertThat(lines).containsExactly("default listDatasets");
    }

    @Test
    void answersOtherPathsAndMethodsAsJson() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            TestClient client = new TestClient(server);
            assertThat(client.anonymous("GET", "/nothing").statusCode()).isEqualTo(404);
            assertThat(client.anonymous("GET", "/public").statusCode()).isEqualTo(405);
            assertThat(client.anonymous("GET", "/_fake/nothing").statusCode()).isEqualTo(404);
            assertThat(TestClient.object(client.anonymous("GET", "/favicon.ico")))
                    .containsKey("message");
        }
    }

    @Test
    void refusesBodiesBeyondTheLimit() {
        try (FakeEncordServer server =
                FakeEncordServer.builder().maxRequestBytes(1000).start()) {
            FakeUser alice = server.defaultWorld().newUser("alice@example.com");
            String body = CREATE.replace("Film", "x".repeat(1000));

            assertThat(new TestClient(server)
                            .rest("POST", "/v2/public/datasets", body, alice)
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void putsThePublicUrlIntoSignedUrls() {
        try (FakeEncordServer server =
                FakeEncordServer.builder().publicUrl("https://fake.test/").start()) {
            FakeUser alice = server.defaultWorld().newUser("alice@example.com");
            assertThat(new TestClient(server)
                            .get("/v2/public/presigned-urls?count=1&uploadItemType=video", alice)
                            .body())
                    .contains("\"https://fake.test/storage/default/");
        }
    }

    @Test
    void showsNoSecretOfAUser() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeUser alice = server.defaultWorld().newUser("alice@example.com");
            assertThat(alice.toString()).doesNotContain(alice.bearerToken()).doesNotContain("OPENSSH");
        }
    }

    private static String rpc(String method, String dataset, String payload) {
        return "{\"query_type\": \"datasetdatalongpolling\", \"query_method\": \"" + method
                + "\", \"values\": {\"uid\": \"" + dataset + "\", \"payload\": " + payload + "}}";
    }

    private static List<String> deterministicRun() {
        List<String> seen = new ArrayList<>();
        try (FakeEncordServer server = FakeEncordServer.builder()
                .deterministic()
                .publicUrl("http://fake.test")
                .start()) {
            TestClient client = new TestClient(server);
            FakeUser alice = server.newWorld("w").newUser("alice@example.com");
            seen.add(alice.sshPrivateKey() + alice.bearerToken());
            seen.add(client.rest("POST", "/v2/public/datasets", CREATE, alice).body());
            seen.add(client.get(LIST, alice).body());
            seen.add(client.get("/v2/public/presigned-urls?count=2&uploadItemType=video", alice)
                    .body());
            seen.add(client.get("/v2/public/cloud-integrations", alice).body());
            assertThat(client.send(HttpRequest.newBuilder(URI.create(server.url() + "/_fake/health")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Duration.between(
                            Instant.parse("2026-01-01T00:00:00Z"),
                            server.defaultWorld().clock().instant()))
                    .isZero();
        }
        return seen;
    }
}
