package io.encord4j.fake.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.rpc.Invariants;
import io.encord4j.fake.internal.rpc.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls as the releases before March 2026 make them: with fewer keys, and at paths that are no more. */
class EarlierStorageCallsTest {

    private static final byte[] PNG = Samples.png(31, 17);

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private final StorageClient asAda = new StorageClient(server, world.newUser("ada@example.com"));
    private final String box = asAda.folder("box");
    private final String item = asAda.upload(box, "images", "image", "a.png", PNG);

    @AfterEach
    void close() {
        Invariants.check(Internals.platform(world).observe());
        server.close();
    }

    @Test
    void itemsMoveWithoutAWordOnMirrorDatasets() {
        String other = asAda.folder("other");

        asAda.ok(
                "POST",
                "folders/" + box + "/items/move",
                "{\"itemUuids\": [\"" + item + "\"], \"newParentUuid\": \"" + other + "\"}");

        assertThat(asAda.get("items/" + item)).containsEntry("parent", other);
    }

    @Test
    void framesGoWithTheirGroupUnlessItIsSaidThatTheyStay() {
        List<Map<?, ?>> urls = asAda.urls(box, "image", 1);
        asAda.put(urls.get(0), PNG);
        String frame = String.valueOf(urls.get(0).get("itemUuid"));
        Map<String, Object> made = asAda.run(
                box,
                "{\"dataItems\": {\"imageGroups\": [{\"title\": \"group\", \"images\": [{\"url\": \"x\","
                        + " \"placeholderItemUuid\": \"" + frame + "\"}]}]}}");
        assertThat(made).containsEntry("status", "DONE");
        String group = asAda.all("folders/" + box + "/items?itemTypes=imageGroup", 10, "uuid")
                .get(0);

        asAda.ok("POST", "folders/" + box + "/items/delete", "{\"childUuids\": [\"" + group + "\"]}");

        asAda.refused(403, "GET", "items/" + frame, "");
    }

    @Test
    void manyItemsAreReadWithoutSignedUrls() {
        Map<String, Object> page = asAda.ok("POST", "items/get-bulk", "{\"itemUuids\": [\"" + item + "\"]}");

        Map<?, ?> read = (Map<?, ?>) ((List<?>) page.get("results")).get(0);
        assertThat(read.get("uuid")).isEqualTo(item);
        assertThat(read.get("signedUrl")).isNull();
    }

    @Test
    void oneDataGroupIsMadeAtThePathOf2025() {
        String answer = asAda.send(
                        "POST",
                        "folders/" + box + "/create-group-item",
                        "{\"itemType\": \"GROUP\", \"params\": {\"layoutType\": \"default-grid\","
                                + " \"layoutContents\": [\"" + item + "\"], \"name\": \"pair\"},"
                                + " \"clientMetadata\": {\"k\": null}}")
                .body();

        assertThat(answer).matches("\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"");
        assertThat(asAda.get("items/" + answer.replace("\"", "")))
                .containsEntry("itemType", "group")
                .containsEntry("name", "pair")
                .containsEntry("clientMetadata", "{\"k\":null}");
    }

    @Test
    void metadataOfAGroupMayBeInItsParametersToo() {
        String group = asAda.send(
                        "POST",
                        "folders/" + box + "/create-group-item",
                        "{\"params\": {\"layoutType\": \"default-list\", \"layoutContents\": [\"" + item
                                + "\"], \"clientMetadata\": {\"k\": 1}}}")
                .body()
                .replace("\"", "");

        assertThat(asAda.get("items/" + group)).containsEntry("clientMetadata", "{\"k\":1}");
        for (String bad : List.of("{}", "{\"params\": []}", "[]", "{\"params\": {}}")) {
            asAda.refused(400, "POST", "folders/" + box + "/create-group-item", bad);
        }
    }

    @Test
    void keysThatSayNullSayNothing() {
        String shelf = (String) asAda.ok(
                        "POST",
                        "folders",
                        "{\"name\": \"shelf\", \"description\": null, \"parent\": null, \"clientMetadata\": null,"
                                + " \"cloudSyncedFolderParams\": null}")
                .get("uuid");
        asAda.ok("PATCH", "folders/" + shelf, "{\"name\": \"new\", \"description\": null, \"clientMetadata\": null}");
        asAda.ok("POST", "folders/move", "{\"folderUuids\": [\"" + shelf + "\"], \"newParentUuid\": null}");
        asAda.ok(
                "PATCH",
                "folders/" + box + "/items/" + item,
                "{\"name\": \"b.png\", \"description\": null, \"clientMetadata\": null}");
        asAda.ok(
                "POST",
                "items/migrate-storage",
                "{\"urlsMap\": {}, \"itemsMap\": {}, \"fromIntegrationHash\": null, \"toIntegrationHash\": null}");
        assertThat(asAda.send(
                                "POST",
                                "folders/" + box + "/create-group-items",
                                "[{\"layoutType\": \"default-grid\", \"layoutContents\": [\"" + item
                                        + "\"], \"name\": null, \"layout\": null, \"settings\": null, \"clientMetadata\": null}]")
                        .statusCode())
                .isEqualTo(200);

        assertThat(asAda.get("folders/" + shelf)).containsEntry("name", "new").containsEntry("description", "");
        assertThat(asAda.get("items/" + item)).containsEntry("name", "b.png").containsEntry("clientMetadata", "{}");
    }

    @Test
    void jobsMaySayNullAndNameListsOfLaterReleases() {
        Map<?, ?> url = asAda.urls(box, "video", 1).get(0);
        asAda.put(url, Samples.MP4);

        Map<String, Object> state = asAda.run(
                box,
                "{\"dataItems\": {\"videos\": [{\"objectUrl\": \"x\", \"title\": null, \"clientMetadata\": null,"
                        + " \"externalFileType\": \"VIDEO\", \"videoMetadata\": null, \"placeholderItemUuid\": \""
                        + url.get("itemUuid") + "\"}], \"images\": null, \"timeSeries\": [{\"objectUrl\": \"y\"}],"
                        + " \"scenes\": [{\"title\": \"z\", \"scene\": {}}], \"skipDuplicateUrls\": null},"
                        + " \"externalFiles\": null, \"integrationHash\": null, \"ignoreErrors\": null, \"fileName\": null}");

        assertThat(state).containsEntry("status", "DONE").containsEntry("unitsDoneCount", 1.0);
        assertThat(asAda.all("folders/" + box + "/items?itemTypes=video", 10, "name"))
                .containsExactly("x");
    }
}
