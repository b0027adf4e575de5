package io.encord4j.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.internal.platform.model.DataRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FakeWorldTest {

    private static final String LIST = "/v2/public/datasets/list";
    private static final String SEED = """
            {"users": [{"email": "alice@example.com", "bearerTokens": ["token-of-alice"]},
                       {"email": "bob@example.com"}],
             "integrations": [{"title": "Bucket", "location": "AWS"}],
             "datasets": [
              {"title": "Mixed", "owner": "alice@example.com", "members": {"bob@example.com": "USER"},
               "apiKeys": [{"title": "ci", "scopes": ["dataset.read"]}],
               "rows": [
                {"title": "a.png", "type": "IMAGE", "files": [{"generate": {"width": 30, "height": 20}}],
                 "clientMetadata": {"n": 12345678901234567890, "deep": [1.50, null]}},
                {"title": "g", "type": "IMG_GROUP",
                 "files": [{"title": "1.png", "generate": {}}, {"title": "2.png", "generate": {}}]},
                {"title": "given", "type": "PLAIN_TEXT", "files": [{"base64": "aGVsbG8="}]}]},
              {"hash": "11111111-2222-4333-8444-555555555555", "title": "Cloud", "owner": "alice@example.com", "location": "AWS",
               "rows": [{"hash": "66666666-7777-4888-8999-000000000000", "title": "Film", "type": "VIDEO",
                         "files": [{"link": "https://b.example.com/v.mp4", "duration": 2.5, "width": 640}]}]}],
             "tasks": [{"id": 3, "dataset": "11111111-2222-4333-8444-555555555555", "videos": ["66666666-7777-4888-8999-000000000000"], "ends": "AFTER_POLLS", "afterPolls": 2},
                       {"dataset": "11111111-2222-4333-8444-555555555555", "ends": "BY_HAND", "ended": "FAIL"}],
             "ocrTexts": [{"imageHash": "x", "texts": [{"text": "Stop", "x": 0.25}]}]}
            """;

    @Test
    void comesBackTheSameFromItsJson() {
        try (FakeEncordServer server =
                FakeEncordServer.builder().deterministic().start()) {
            FakeWorld first = server.newWorld();
            first.seed(SEED);
            FakeWorld second = server.newWorld();
            second.seed(first.export());

            assertThat(second.export()).isEqualTo(first.export());
            assertThat(Internals.state(second).datasets()).hasSize(2);
            assertThat(Internals.state(second).work().tasks()).containsOnlyKeys(3, 4);
        }
    }

    @Test
    void keepsGroupsOfUsersInItsJson() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld first = server.newWorld();
            FakeUser ada = first.newUser("ada@example.com");
            UUID made = first.newGroup("Annotators", "ada@example.com");
            FakeWorld second = server.newWorld();
            second.seed("""
                    {"users": [{"email": "ada@example.com"}],
                     "groups": [{"hash": "%s", "name": "Annotators", "members": ["ada@example.com"]}],
                     "datasets": [{"title": "Trams", "owner": "ada@example.com", "groups": {"%s": "USER"}}]}
                    """.formatted(made, made));

            assertThat(new TestClient(server)
                            .get("/v2/public/user/current-organisation/groups", ada)
                            .body())
                    .contains("Annotators");
            FakeWorld third = server.newWorld();
            third.seed(second.export());
            assertThat(third.export()).isEqualTo(second.export()).contains("Annotators", "\"" + made + "\": \"USER\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> second.seed("{\"groups\": [{\"name\": \"g\", \"members\": [\"bob@example.com\"]}]}"))
                    .withMessageContaining("bob@example.com");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.newGroup("g", "bob@example.com"))
                    .withMessageContaining("bob@example.com");
        }
    }

    @Test
    void servesWhatWasSeeded() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            world.seed(SEED);
            FakeUser alice = world.credentials("alice@example.com");
            assertThat(alice.bearerToken()).isEqualTo("token-of-alice");
            assertThat(new TestClient(server).get(LIST, alice).body()).contains("Mixed", "Cloud");
            DataRow image = Internals.state(world)
                    .datasets()
                    .values()
                    .iterator()
                    .next()
                    .rows()
                    .values()
                    .iterator()
                    .next();
            assertThat(image.item().facts().width()).isEqualTo(30);
            assertThat(image.item().facts().mimeType()).isEqualTo("image/png");
        }
    }

    @Test
    void isFilledFromJava() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            world.seed(FakeSeed.create()
                    .user("ada@example.com")
                    .integration("Our bucket", FakeStorageLocation.GCP)
                    .dataset(
                            "Streets",
                            "ada@example.com",
                            streets -> streets.image("crossing.png", 640, 480)
                                    .withClientMetadata(Map.of("city", "Lyon"))
                                    .imageGroup("tram", "1.png", "2.png")
                                    .file(
                                            "notes.txt",
                                            FakeDataType.PLAIN_TEXT,
                                            "Stop".getBytes(StandardCharsets.UTF_8)))
                    .dataset(
                            "Films",
                            "ada@example.com",
                            FakeStorageLocation.GCP,
                            films -> films.link("film.mp4", FakeDataType.VIDEO, "https://bucket.example/film.mp4")));

            FakeUser ada = world.credentials("ada@example.com");
            assertThat(new TestClient(server).get(LIST, ada).body()).contains("Streets", "Films");
            assertThat(Internals.state(world).datasets().values())
                    .flatExtracting(dataset -> dataset.rows().values())
                    .extracting(DataRow::title)
                    .containsExactlyInAnyOrder("crossing.png", "tram", "notes.txt", "film.mp4");
            assertThat(Internals.state(world).integrations().values())
                    .singleElement()
                    .satisfies(integration -> assertThat(integration.title()).isEqualTo("Our bucket"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed(FakeSeed.create().dataset("D", "nobody@example.com", rows -> {})))
                    .withMessageContaining("nobody@example.com");
        }
    }

    @Test
    void changesNothingWhenASeedIsWrong() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed("{\"users\": [{\"email\": \"a@b.c\"}],"
                            + " \"datasets\": [{\"title\": \"D\", \"owner\": \"nobody@b.c\"}]}"))
                    .withMessageContaining("nobody@b.c");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed("{\"user\": []}"))
                    .withMessageContaining("'user'")
                    .withMessageContaining("users");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed("{\"users\": [{\"email\": \"a@b.c\"}], \"datasets\":"
                            + " [{\"hash\": \"mine\", \"title\": \"D\", \"owner\": \"a@b.c\"}]}"))
                    .withMessageContaining("mine")
                    .withMessageContaining("UUID");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed("{"))
                    .withMessageContaining("not JSON");
            assertThat(Internals.state(world).identities().users()).isEmpty();
        }
    }

    @Test
    void keepsTwoHundredWorldsApartInParallel() throws Exception {
        int worlds = 200;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (FakeEncordServer server = FakeEncordServer.start()) {
            TestClient client = new TestClient(server);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < worlds; i++) {
                String title = "Of world " + i + ".";
                answers.add(CompletableFuture.supplyAsync(
                        () -> {
                            FakeWorld world = server.newWorld();
                            FakeUser user = world.newUser("same@example.com");
                            world.newDataset(user, title, "a.png");
                            return client.get(LIST, user).body();
                        },
                        threads));
            }
            for (int i = 0; i < worlds; i++) {
                assertThat(answers.get(i).get(60, TimeUnit.SECONDS))
                        .contains("Of world " + i + ".")
                        .containsOnlyOnce("Of world ");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void makesTheSameDatasetTwiceWhenDeterministic() {
        assertThat(deterministicExport()).isEqualTo(deterministicExport());
    }

    @Test
    void showsNoSecrets() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            FakeUser user = world.newUser("alice@example.com");
            FakeDataset dataset = world.newDataset(user, "D");
            assertThat(world + " " + user + " " + dataset)
                    .doesNotContain(user.bearerToken(), user.sshPrivateKey(), dataset.apiKey());
        }
    }

    private static String deterministicExport() {
        try (FakeEncordServer server =
                FakeEncordServer.builder().deterministic().start()) {
            FakeWorld world = server.newWorld();
            world.newDataset(world.newUser("alice@example.com"), "D", "a.png", "b.png");
            return world.export();
        }
    }
}
