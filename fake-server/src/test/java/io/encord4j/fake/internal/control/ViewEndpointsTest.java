package io.encord4j.fake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewEndpointsTest {

    private static final String WORLD = "/worlds/films";
    private static final String DATASET = "11111111-2222-4333-8444-555555555555";
    private static final String FOLDER = "00000000-0000-4000-8000-0000000000f1";

    private static final String VIDEO = "00000000-0000-4000-8000-0000000000e1";

    private FakeEncordServer server;
    private FakeWorld world;
    private ControlClient control;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
        control = new ControlClient(server);
        world = server.newWorld("films");
        world.seed("""
                {"users": [{"email": "ada@example.com"}],
                 "folders": [
                   {"uuid": "%1$s", "name": "box", "owner": "ada@example.com", "items": [
                     {"name": "left.png", "type": "IMAGE", "files": [{"generate": {}}]}]},
                   {"name": "inner", "owner": "ada@example.com", "parent": "%1$s", "items": [
                     {"uuid": "%3$s", "name": "film.mp4", "type": "VIDEO",
                      "files": [{"link": "https://bucket.example/film.mp4", "location": "AWS"}]}]}],
                 "datasets": [{"hash": "%2$s", "title": "Highway", "owner": "ada@example.com", "rows": [
                   {"title": "street.png", "type": "IMAGE", "files": [{"generate": {"width": 64, "height": 48}}]},
                   {"title": "group", "type": "IMG_GROUP", "files": [{"generate": {}}, {"generate": {}}]},
                   {"title": "far.png", "type": "IMAGE",
                    "files": [{"link": "https://bucket.example/far.png", "location": "AWS"}]}]}]}
                """.formatted(FOLDER, DATASET, VIDEO));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsWhatIsInAWorld() {
        assertThat(control.ok("GET", WORLD, ""))
                .containsEntry("users", 1.0)
                .containsEntry("datasets", 1.0)
                .containsEntry("rows", 3.0)
                .containsEntry("folders", 3.0) // That of the mirror dataset is one of them.
                .containsEntry("jobs", 0.0)
                .containsEntry("faults", 0.0)
                .containsEntry("exchanges", 0.0);
    }

    @Test
    void showsTheRowsOfADatasetWithUrlsOfHostedFiles() {
        assertThat(only("datasets", control.ok("GET", WORLD + "/datasets", "")))
                .containsEntry("title", "Highway")
                .containsEntry("owner", "ada@example.com")
                .containsEntry("rows", 3.0);
        assertThat(control.ok("GET", WORLD + "/datasets/" + DATASET, "")).containsEntry("title", "Highway");
        List<Map<String, Object>> rows = list("rows", control.ok("GET", WORLD + "/datasets/" + DATASET + "/rows", ""));

        assertThat(rows).extracting(row -> row.get("title")).containsExactly("street.png", "group", "far.png");
        assertThat(rows.get(0)).containsEntry("type", "IMAGE").containsEntry("width", 64.0);
        assertThat(list("files", rows.get(1))).hasSize(2);
        assertThat(only("files", rows.get(2)))
                .containsEntry("link", "https://bucket.example/far.png")
                .containsEntry("url", null);
        String url = (String) only("files", rows.get(0)).get("url");
        assertThat(new TestClient(server).fetch(url).body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void showsPiecesOfLists() {
        String rows = WORLD + "/datasets/" + DATASET + "/rows";
        Map<String, Object> second = control.ok("GET", rows + "?offset=1&limit=1", "");
        assertThat(only("rows", second)).containsEntry("title", "group");
        assertThat(second).containsEntry("total", 3.0);
        assertThat(control.ok("GET", rows + "?offset=7", "")).containsEntry("rows", List.of());

        assertThat(control.refusal("GET", rows + "?limit=-1", "", 400))
                .contains("limit")
                .contains("-1");
        assertThat(control.refusal("GET", rows + "?offset=many", "", 400)).contains("many");
        assertThat(control.refusal("GET", WORLD + "/datasets/none/rows", "", 404))
                .contains("none");
    }

    @Test
    void showsFoldersAndTheirItems() {
        Map<String, Object> box = list("folders", control.ok("GET", WORLD + "/folders", "")).stream()
                .filter(folder -> FOLDER.equals(folder.get("uuid")))
                .findFirst()
                .orElseThrow();
        assertThat(box)
                .containsEntry("name", "box")
                .containsEntry("folders", 1.0)
                .containsEntry("items", 1.0);
        assertThat(only("folders", control.ok("GET", WORLD + "/folders?in=" + FOLDER, "")))
                .containsEntry("name", "inner");
        assertThat(control.ok("GET", WORLD + "/folders/" + inner(), ""))
                .containsEntry("path", List.of(Map.of("uuid", FOLDER, "name", "box")));
        assertThat(only("items", control.ok("GET", WORLD + "/folders/" + FOLDER + "/items", "")))
                .containsEntry("name", "left.png")
                .containsEntry("rows", 0.0);

        assertThat(control.refusal("GET", WORLD + "/folders/" + DATASET + "/items", "", 404))
                .contains(DATASET);
        assertThat(control.refusal("GET", WORLD + "/folders?in=box", "", 400)).contains("box");
    }

    @Test
    void showsUsersWithoutTheirSecrets() {
        FakeUser ada = world.credentials("ada@example.com");
        assertThat(only("users", control.ok("GET", WORLD + "/users", "")))
                .containsOnlyKeys("hash", "email", "organisationAdmin")
                .containsEntry("hash", ada.hash());
    }

    @Test
    void endsJobsByHandTheLatestFirst() {
        FakeUser ada = world.credentials("ada@example.com");
        world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
        String first = startJob(ada);
        String second = startJob(ada);
        assertThat(list("jobs", control.ok("GET", WORLD + "/jobs", "")))
                .allMatch(job -> job.get("status").equals("PENDING"))
                .extracting(job -> job.get("id"))
                .containsExactly(second, first);

        assertThat(end(first, "FINISH")).containsEntry("status", "DONE").containsEntry("failed", 0.0);
        assertThat(end(second, "CANCEL")).containsEntry("status", "CANCELLED");

        assertThat(control.refusal("POST", WORLD + "/jobs/" + first + "/end", "{\"action\": \"CANCEL\"}", 400))
                .contains("DONE");
        assertThat(control.refusal("POST", WORLD + "/jobs/none/end", "{\"action\": \"FINISH\"}", 400))
                .contains("none");
    }

    @Test
    void endsReEncodingOfItemsByHand() {
        FakeUser ada = world.credentials("ada@example.com");
        world.setReEncoding(ReEncodePlan.succeeding(new Completion.ByHand()));
        String first = startReEncoding(ada);
        assertThat(only("tasks", control.ok("GET", WORLD + "/item-tasks", "")))
                .containsEntry("id", first)
                .containsEntry("items", List.of(VIDEO))
                .containsEntry("status", "SUBMITTED");

        String end = WORLD + "/item-tasks/" + first + "/end";
        assertThat(control.ok("POST", end, "{\"action\": \"FAIL\"}")).containsEntry("status", "ERROR");
        assertThat(new TestClient(server)
                        .get("/v2/public/storage/items/reencode/" + first, ada)
                        .body())
                .contains("error");
        assertThat(control.refusal("POST", end, "{\"action\": \"FINISH\"}", 400))
                .contains("ERROR");

        String second = startReEncoding(ada);
        world.finishTask(UUID.fromString(second));
        assertThat(new TestClient(server)
                        .get("/v2/public/storage/items/reencode/" + second, ada)
                        .body())
                .contains("done", VIDEO);
        assertThat(control.refusal("POST", WORLD + "/item-tasks/" + VIDEO + "/end", "{\"action\": \"FAIL\"}", 400))
                .contains(VIDEO);
    }

    @Test
    void namesTheOperationsThatFaultsCanBeArmedFor() {
        Map<String, Object> names = control.ok("GET", WORLD + "/operations", "");
        assertThat(texts(names, "operations"))
                .contains("listDatasets", "deleteData")
                .isSorted();
        assertThat(texts(names, "errorTokens"))
                .contains("OPERATION_NOT_ALLOWED")
                .isSorted();
    }

    @Test
    void givesUploadedBytesNoRightsInABrowser() {
        Map<String, Object> street = list("rows", control.ok("GET", WORLD + "/datasets/" + DATASET + "/rows", ""))
                .get(0);
        HttpResponse<byte[]> answer =
                new TestClient(server).fetch((String) only("files", street).get("url"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox");
    }

    private String startReEncoding(FakeUser user) {
        HttpResponse<String> started = new TestClient(server)
                .rest(
                        "POST",
                        "/v2/public/storage/items/reencode",
                        "{\"storageItems\": [\"" + VIDEO
                                + "\"], \"processTitle\": \"p\", \"forceFullReencoding\": false}",
                        user);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return started.body().replace("\"", "");
    }

    private Object inner() {
        return only("folders", control.ok("GET", WORLD + "/folders?in=" + FOLDER, ""))
                .get("uuid");
    }

    private String startJob(FakeUser user) {
        TestClient client = new TestClient(server);
        Map<?, ?> integration = (Map<?, ?>) TestClient.list(client.get("/v2/public/cloud-integrations", user), "result")
                .get(0);
        HttpResponse<String> started = client.rest(
                "POST",
                "/v2/public/storage/folders/" + FOLDER + "/data-upload-jobs",
                "{\"externalFiles\": {\"images\": [{\"objectUrl\": \"https://b/i.png\"}]}, \"integrationHash\": \""
                        + integration.get("integrationUuid") + "\", \"ignoreErrors\": true}",
                user);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return started.body().replace("\"", "");
    }

    private Map<String, Object> end(String job, String action) {
        return control.ok("POST", WORLD + "/jobs/" + job + "/end", "{\"action\": \"" + action + "\"}");
    }

    private static Map<String, Object> only(String key, Map<String, Object> answer) {
        assertThat(list(key, answer)).hasSize(1);
        return list(key, answer).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String key, Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> answer, String key) {
        return (List<String>) answer.get(key);
    }
}
