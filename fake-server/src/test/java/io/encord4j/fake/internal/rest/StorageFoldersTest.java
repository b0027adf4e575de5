package io.encord4j.fake.internal.rest;

import static io.encord4j.fake.internal.rest.StorageClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeSeed;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageFoldersTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private final FakeUser ada = world.newUser("ada@example.com");
    private final FakeUser bob = world.newUser("bob@example.com");
    private final StorageClient asAda = new StorageClient(server, ada);
    private final StorageClient asBob = new StorageClient(server, bob);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFolderTellsItsWayToTheTop() {
        String animals = asAda.folder("Animals");
        Map<String, Object> cats = asAda.get("folders/" + asAda.folderIn(animals, "Cats"));

        assertThat(cats)
                .containsEntry("parent", animals)
                .containsEntry("description", "")
                .containsEntry("clientMetadata", null)
                .containsEntry("owner", "ada@example.com")
                .containsEntry("userRole", "admin")
                .containsEntry("syncedDatasetHash", null);
        assertThat((List<?>) cats.get("pathToRoot"))
                .<Object>extracting(element -> ((Map<?, ?>) element).get("name"))
                .isEqualTo(List.of("Cats", "Animals"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\"}",
                "{}",
                "{\"name\": 7}",
                "[]",
                "{\"name\": \"a\", \"parent\": \"no id\"}",
                "{\"name\": \"a\", \"clientMetadata\": \"[1]\"}",
                "{\"name\": \"a\", \"clientMetadata\": \"{\"}",
                "{\"name\": \"a\", \"cloudSyncedFolderParams\": {\"integrationUuid\": \"x\", \"remoteUrl\": \"s3://b/\"}}"
            })
    void refusesAFolderThatMakesNoSense(String body) {
        asAda.refused(400, "POST", "folders", body);

        assertThat(asAda.all("folders", 10, "name")).isEmpty();
    }

    @Test
    void refusesANameOf100Kilobytes() {
        assertThat(asAda.refused(400, "POST", "folders", "{\"name\": " + json("x".repeat(100_000)) + "}"))
                .contains("100000")
                .hasSizeLessThan(200);
    }

    @Test
    void listsTopLevelAndSearchesAllLevels() {
        String animals = asAda.folder("Animals");
        asAda.folderIn(animals, "Cats");
        asAda.folder("b 100%");

        assertThat(asAda.all("folders?isRecursive=False", 1, "name")).containsExactly("Animals", "b 100%");
        assertThat(asAda.all("folders?desc=True", 1, "name")).containsExactly("b 100%", "Animals");
        assertThat(asAda.all("search/folders?isRecursive=False", 2, "name"))
                .containsExactly("Animals", "Cats", "b 100%");
        assertThat(asAda.all("search/folders?search=cAT", 2, "name")).containsExactly("Cats");
        assertThat(asAda.all("search/folders?search=%25", 2, "name")).containsExactly("b 100%");
        assertThat(asAda.all("search/folders?search=", 2, "name")).hasSize(3);
        assertThat(asAda.all("folders/" + animals + "/folders?isRecursive=True", 2, "name"))
                .containsExactly("Cats");
        assertThat(asAda.all("search/folders?datasetSynced=True", 2, "name")).isEmpty();
        assertThat(asBob.all("search/folders", 2, "name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize=0",
        "pageSize=1001",
        "pageSize=1000000",
        "pageToken=abc",
        "pageToken=",
        "order=size",
        "desc=perhaps"
    })
    void refusesPagesThatMakeNoSense(String query) {
        asAda.refused(400, "GET", "folders?" + query, "");
        asAda.refused(400, "GET", "search/items?" + query, "");
    }

    @Test
    void aTokenIsGoodForItsListAlone() {
        asAda.folder("a");
        asAda.folder("b");
        String token = (String) asAda.get("folders?pageSize=1").get("nextPageToken");

        assertThat(asAda.get("folders?pageSize=7&pageToken=" + token)).containsKey("results");
        asAda.refused(400, "GET", "search/folders?pageSize=1&pageToken=" + token, "");
        asAda.refused(400, "GET", "folders?pageSize=1&desc=True&pageToken=" + token, "");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        String folder = asAda.folder("before");

        Map<String, Object> changed =
                asAda.ok("PATCH", "folders/" + folder, "{\"name\": \"after\", \"clientMetadata\": {\"a\": null}}");
        assertThat(changed).containsEntry("name", "after").containsEntry("clientMetadata", "{\"a\":null}");
        asAda.ok("PATCH", "folders/" + folder, "{\"description\": \"\"}");
        assertThat(asAda.get("folders/" + folder)).containsEntry("clientMetadata", "{\"a\":null}");
        asAda.refused(400, "PATCH", "folders/" + folder, "{}");
        asAda.refused(400, "PATCH", "folders/" + folder, "{\"clientMetadata\": []}");
        asBob.refused(403, "PATCH", "folders/" + folder, "{\"name\": \"mine\"}");
    }

    @Test
    void changesManyFoldersOrNone() {
        String one = asAda.folder("one");
        String body = "{\"folderPatches\": {\"" + one + "\": {\"name\": \"new\"}, \"%s\": {\"name\": \"x\"}}}";

        asAda.refused(403, "PATCH", "folders/patch-bulk", body.formatted(UNKNOWN));
        asAda.refused(400, "PATCH", "folders/patch-bulk", body.formatted("no id"));
        assertThat(asAda.get("folders/" + one)).containsEntry("name", "one");
    }

    @Test
    void movesFoldersButNotBelowThemselves() {
        String top = asAda.folder("top");
        String middle = asAda.folderIn(top, "middle");
        String bottom = asAda.folderIn(middle, "bottom");

        for (String target : List.of(top, middle, bottom)) {
            asAda.refused(
                    400,
                    "POST",
                    "folders/move",
                    "{\"folderUuids\": [\"" + top + "\"], \"newParentUuid\": \"" + target + "\"}");
        }
        asAda.ok("POST", "folders/move", "{\"folderUuids\": [\"" + bottom + "\"]}");
        assertThat(asAda.get("folders/" + bottom)).containsEntry("parent", null);
        asAda.refused(
                403,
                "POST",
                "folders/move",
                "{\"folderUuids\": [\"" + bottom + "\", \"" + UNKNOWN + "\"], \"newParentUuid\": \"" + top + "\"}");
        assertThat(asAda.get("folders/" + bottom)).containsEntry("parent", null);
    }

    @Test
    void deletesOnlyWhatIsEmpty() {
        String top = asAda.folder("top");
        String below = asAda.folderIn(top, "below");

        assertThat(asAda.refused(400, "DELETE", "folders/" + top, "")).contains("not empty");
        asBob.refused(403, "DELETE", "folders/" + below, "");
        asAda.ok("DELETE", "folders/" + below, "");
        asAda.ok("DELETE", "folders/" + top, "");
        asAda.refused(403, "DELETE", "folders/" + top, "");
        asAda.refused(403, "GET", "folders/" + top, "");
        asAda.refused(400, "GET", "folders/no-id", "");
    }

    @Test
    void aGroupGetsItsRoleOnAllThatIsBelow() {
        UUID team = world.newGroup("team", "bob@example.com");
        String top = asAda.folder("top");
        String below = asAda.folderIn(top, "below");
        asBob.refused(403, "GET", "folders/" + below, "");

        asAda.ok(
                "POST",
                "folders/" + top + "/groups",
                "{\"groupHashList\": [\"" + team + "\"], \"userRole\": \"user\"}");
        assertThat(asBob.get("folders/" + below)).containsEntry("userRole", "user");
        assertThat(asBob.refused(403, "POST", "folders", "{\"name\": \"x\", \"parent\": \"" + below + "\"}"))
                .contains("admin");
        assertThat(asBob.all("folders", 10, "name")).containsExactly("top");

        asAda.ok(
                "POST",
                "folders/" + top + "/groups",
                "{\"groupHashList\": [\"" + team + "\"], \"userRole\": \"admin\"}");
        asBob.folderIn(below, "by bob");
        assertThat(asAda.all("folders/" + top + "/groups", 10, "userRole")).containsExactly("admin");

        asAda.refused(
                404,
                "POST",
                "folders/" + top + "/groups",
                "{\"groupHashList\": [\"" + UNKNOWN + "\"], \"userRole\": \"user\"}");
        asAda.refused(400, "POST", "folders/" + top + "/groups", "{\"groupHashList\": [], \"userRole\": \"owner\"}");
        asAda.refused(
                404, "DELETE", "folders/" + top + "/groups?groupHashList=" + team + "&groupHashList=" + UNKNOWN, "");
        asAda.ok("DELETE", "folders/" + top + "/groups?groupHashList=" + team, "");
        asAda.ok("DELETE", "folders/" + top + "/groups?groupHashList=" + team, "");
        asBob.refused(403, "GET", "folders/" + below, "");
    }

    @Test
    void wholeOrganisationsAreForTheirAdministrators() {
        assertThat(asAda.refused(403, "GET", "folders?includeOrgAccess=True", ""))
                .contains("organisation admin");
        asAda.refused(403, "GET", "search/items?includeOrgAccess=True", "");
    }

    @Test
    void aCloudSyncedFolderBecomesAsItsBucketIs() {
        world.seed("{\"integrations\": [{\"uuid\": \"" + UNKNOWN.replace('8', '9')
                + "\", \"title\": \"AWS\", \"location\": \"AWS\"}]}");
        String params = "{\"name\": \"bucket\", \"cloudSyncedFolderParams\": {\"integrationUuid\": \"%s\","
                + " \"remoteUrl\": \"%s\"}}";
        asAda.refused(403, "POST", "folders", params.formatted(UNKNOWN, "s3://bucket/path/"));
        asAda.refused(400, "POST", "folders", params.formatted(UNKNOWN.replace('8', '9'), "nowhere"));
        String folder =
                (String) asAda.ok("POST", "folders", params.formatted(UNKNOWN.replace('8', '9'), "s3://bucket/path/"))
                        .get("uuid");

        world.fillBucket("s3://bucket/path/", Map.of("a.png", 1L, "b/c.mp4", 2L, "other.bin", 3L));
        assertThat(sync(folder)).containsEntry("status", "done").containsEntry("uploadJobsUnitsDone", 2.0);
        assertThat(asAda.all("folders/" + folder + "/items", 10, "name")).containsExactly("a.png", "b/c.mp4");
        world.fillBucket("s3://bucket/path/", Map.of("a.png", 1L));
        sync(folder);
        assertThat(asAda.all("folders/" + folder + "/items", 10, "isTombstone")).containsExactly("false", "true");

        String ordinary = asAda.folder("ordinary");
        asAda.refused(400, "POST", "folders/" + ordinary + "/cloud-synced-folder-syncs", "");
        asAda.refused(400, "GET", "folders/" + folder + "/cloud-linked-folder-syncs/" + UNKNOWN + "/long-polling", "");
        asAda.refused(
                400, "POST", "folders/" + folder + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 1}");
    }

    private Map<String, Object> sync(String folder) {
        String job = StorageClient.text(asAda.send("POST", "folders/" + folder + "/cloud-synced-folder-syncs", ""));
        return asAda.get("folders/" + folder + "/cloud-linked-folder-syncs/" + job + "/long-polling?timeoutSeconds=0");
    }

    @Test
    void aSeedHasFoldersInFolders() {
        world.seed(FakeSeed.create()
                .folder(
                        "Streets",
                        "ada@example.com",
                        streets -> streets.image("a.png", 4, 3)
                                .withClientMetadata(Map.of("n", 1))
                                .folder("trams", trams -> trams.imageGroup("tram", "1.png", "2.png"))));

        String streets = asAda.all("folders", 10, "uuid").get(0);
        assertThat(asAda.all("folders/" + streets + "/items?isRecursive=True", 10, "name"))
                .containsExactly("a.png", "tram");
        String exported = world.export();
        try (FakeWorld other = server.newWorld()) {
            other.seed(exported);
            assertThat(other.export()).isEqualTo(exported);
        }
    }
}
