package io.encord4j.fake.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.rpc.Invariants;
import io.encord4j.fake.internal.rpc.Samples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageItemsTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final byte[] PNG = Samples.png(31, 17);

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private final FakeUser ada = world.newUser("ada@example.com");
    private final StorageClient asAda = new StorageClient(server, ada);
    private final StorageClient asBob = new StorageClient(server, world.newUser("bob@example.com"));
    private final String box = asAda.folder("box");

    @AfterEach
    void close() {
        Invariants.check(Internals.platform(world).observe());
        server.close();
    }

    @Test
    void anUploadFillsTheItemThatItsUrlPromised() {
        Map<?, ?> url = asAda.urls(box, "image", 1).get(0);
        asAda.refused(403, "GET", "items/" + url.get("itemUuid"), "");
        asAda.put(url, PNG);

        Map<String, Object> state = asAda.run(box, images(entry(url.get("itemUuid"), "a.png")));

        assertThat(state).containsEntry("status", "DONE").containsEntry("unitsDoneCount", 1.0);
        assertThat(asAda.get("items/" + url.get("itemUuid") + "?signUrl=False"))
                .containsEntry("itemType", "image")
                .containsEntry("name", "a.png")
                .containsEntry("parent", box)
                .containsEntry("clientMetadata", "{}")
                .containsEntry("storageLocation", "encord")
                .containsEntry("width", 31.0)
                .containsEntry("height", 17.0)
                .containsEntry("fileSize", (double) PNG.length)
                .containsEntry("mimeType", "image/png")
                .containsEntry("isPlaceholder", false)
                .containsEntry("signedUrl", null);
        assertThat(asAda.get("folders/" + box + "/summary"))
                .containsEntry("files", 1.0)
                .containsEntry("images", 1.0)
                .containsEntry("uploadJobs", 1.0)
                .containsEntry("totalSize", (double) PNG.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"videos video", "audio audio", "nifti nifti", "text plainText", "pdf pdf"})
    void everyKindOfFileCanBeSent(String kind) {
        String list = kind.substring(0, kind.indexOf(' '));
        String type = kind.substring(kind.indexOf(' ') + 1);
        byte[] bytes = type.equals("video") ? Samples.MP4 : "words".getBytes(UTF_8);

        String item = asAda.upload(box, list, type, "file", bytes);

        assertThat(asAda.get("items/" + item)).containsEntry("itemType", type);
    }

    @Test
    void aPlaceholderIsFilledOnceAndOnlyWithBytesAndOnlyThere() {
        Map<?, ?> sent = asAda.urls(box, "image", 1).get(0);
        Map<?, ?> empty = asAda.urls(box, "image", 1).get(0);
        Map<?, ?> elsewhere = asAda.urls(asAda.folder("elsewhere"), "image", 1).get(0);
        asAda.put(sent, PNG);
        asAda.put(elsewhere, PNG);
        asAda.run(box, images(entry(sent.get("itemUuid"), "a")));

        for (Object placeholder :
                List.of(sent.get("itemUuid"), empty.get("itemUuid"), elsewhere.get("itemUuid"), UNKNOWN)) {
            assertThat(asAda.run(box, images(entry(placeholder, "again"))))
                    .containsEntry("status", "ERROR")
                    .containsEntry("unitsErrorCount", 1.0);
        }
        String key = StorageClient.json(elsewhere.get("objectKey"));
        assertThat(asAda.run(box, images("{\"objectUrl\": " + key + "}"))).containsEntry("status", "ERROR");
        assertThat(asAda.all("folders/" + box + "/items", 10, "name")).containsExactly("a");
    }

    @Test
    void imageGroupsHaveFramesThatNoListShows() {
        String group = group("group", false);

        Map<String, Object> item = asAda.get("items/" + group + "?signUrl=True");
        assertThat(item)
                .containsEntry("itemType", "imageGroup")
                .containsEntry("url", null)
                .containsEntry("signedUrl", null)
                .containsEntry("frameCount", 2.0);
        assertThat(asAda.all("folders/" + box + "/items", 10, "uuid")).containsExactly(group);
        List<?> frames = (List<?>) asAda.get("folders/" + box + "/items/" + group + "/child-items?signUrls=True")
                .get("results");
        assertThat(frames)
                .<Object>extracting(each -> ((Map<?, ?>) each).get("name"))
                .isEqualTo(List.of("0.png", "1.png"));
        Map<?, ?> frame = (Map<?, ?>) frames.get(1);
        assertThat(asAda.fetch((String) frame.get("signedUrl"))).isEqualTo(200);
        assertThat(asAda.get("folders/" + box + "/items/" + frame.get("uuid") + "/summary?includeGroupLayout=True"))
                .containsEntry("frameInGroups", 1.0);
        assertThat(delete(box, true, frame.get("uuid"))).contains("needs it");

        asAda.ok("POST", "folders/" + box + "/items/delete", deleteBody(true, group));
        asAda.refused(403, "GET", "items/" + frame.get("uuid"), "");
        assertThat(asAda.fetch((String) frame.get("signedUrl"))).isEqualTo(404);
    }

    @Test
    void framesCanOutliveTheirGroupButNotTheirFolder() {
        String group = group("group", true);
        assertThat(asAda.get("items/" + group)).containsEntry("itemType", "imageSequence");
        List<String> frames = asAda.all("folders/" + box + "/items/" + group + "/child-items", 10, "uuid");

        asAda.ok("POST", "folders/" + box + "/items/delete", deleteBody(false, group));

        assertThat(asAda.get("items/" + frames.get(0))).containsEntry("itemType", "image");
        asAda.ok("DELETE", "folders/" + box, "");
        assertThat(Internals.platform(world).observe().files().objects()).isEmpty();
    }

    private String group(String title, boolean createVideo) {
        List<Map<?, ?>> urls = asAda.urls(box, "image", 2);
        urls.forEach(url -> asAda.put(url, PNG));
        String images = Stream.of(0, 1)
                .map(i -> "{\"url\": \"x\", \"title\": \"" + i + ".png\", \"placeholderItemUuid\": \""
                        + urls.get(i).get("itemUuid") + "\"}")
                .collect(Collectors.joining(", "));
        Map<String, Object> state = asAda.run(
                box,
                "{\"dataItems\": {\"imageGroups\": [{\"images\": [" + images + "], \"title\": \"" + title
                        + "\", \"createVideo\": " + createVideo + "}]}}");
        return (String)
                ((Map<?, ?>) ((List<?>) Objects.requireNonNull(state.get("itemsWithNames"))).get(0)).get("itemUuid");
    }

    @Test
    void pagesHoldWhatIsThereAllTheTimeExactlyOnce() {
        seedImages("a", "b", "c", "d", "e");
        Map<String, Object> first = asAda.get("folders/" + box + "/items?order=name&pageSize=2");
        String c = asAda.all("folders/" + box + "/items?search=c", 10, "uuid").get(0);
        String a = asAda.all("folders/" + box + "/items?search=a", 10, "uuid").get(0);

        asAda.ok("POST", "folders/" + box + "/items/delete", deleteBody(true, c, a));
        seedImages("aa", "cc");

        Map<String, Object> second =
                asAda.get("folders/" + box + "/items?order=name&pageSize=2&pageToken=" + first.get("nextPageToken"));
        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("cc", "d");
        assertThat(asAda.all("folders/" + box + "/items?order=createdAt&desc=True", 2, "name"))
                .containsExactly("cc", "aa", "e", "d", "b");
        asAda.refused(400, "GET", "folders/" + box + "/items?itemTypes=nothing", "");
    }

    @Test
    void listsSortByCodePointsAndLookBelow() {
        seedImages("\uFFFD", "\uD83D\uDE00", "Z", "a");
        String below = asAda.folderIn(box, "below");
        asAda.upload(below, "images", "image", "M", PNG);

        assertThat(asAda.all("folders/" + box + "/items", 1, "name"))
                .containsExactly("Z", "a", "\uFFFD", "\uD83D\uDE00");
        assertThat(asAda.all("folders/" + box + "/items?isRecursive=True", 2, "name"))
                .containsExactly("M", "Z", "a", "\uFFFD", "\uD83D\uDE00");
        assertThat(asAda.all("search/items?search=m&isRecursive=False", 1, "name"))
                .containsExactly("M");
        assertThat(asAda.all("folders/" + box + "/items?isInDataset=True", 1, "name"))
                .isEmpty();
        assertThat(asAda.all("folders/" + box + "/items?itemTypes=video&itemTypes=image", 3, "name"))
                .hasSize(4);
        assertThat(asBob.all("search/items", 1, "name")).isEmpty();
    }

    @Test
    void bulkCallsDoAllOrNothing() {
        seedImages("a", "b");
        List<String> items = asAda.all("folders/" + box + "/items", 10, "uuid");
        String both = "{\"itemUuids\": [\"" + items.get(1) + "\", \"" + items.get(0) + "\"], \"signUrls\": false}";

        assertThat(names(asAda.ok("POST", "items/get-bulk", both))).containsExactly("b", "a");
        asAda.refused(403, "POST", "items/get-bulk", both.replace(items.get(0), UNKNOWN));
        asAda.refused(400, "POST", "items/get-bulk", both.replace(items.get(0), "no id"));
        assertThat(names(asAda.ok("POST", "items/get-bulk", "{\"itemUuids\": [], \"signUrls\": true}")))
                .isEmpty();
        asBob.refused(403, "POST", "items/get-bulk", both);

        String patch = "{\"itemPatches\": {\"" + items.get(0) + "\": {\"name\": \"new\"}, \"%s\": %s}}";
        asAda.refused(403, "PATCH", "items/patch-bulk", patch.formatted(UNKNOWN, "{\"name\": \"x\"}"));
        asAda.refused(400, "PATCH", "items/patch-bulk", patch.formatted(items.get(1), "{\"clientMetadata\": 7}"));
        asAda.refused(400, "PATCH", "items/patch-bulk", patch.formatted(items.get(1), "{\"name\": \"\"}"));
        assertThat(asAda.get("items/" + items.get(0))).containsEntry("name", "a");
    }

    @Test
    void anItemIsChangedByTheWayOfItsFolder() {
        seedImages("a");
        String item = asAda.all("folders/" + box + "/items", 10, "uuid").get(0);
        String other = asAda.folder("other");
        String patch = "{\"name\": \"b\", \"description\": \"nothing\", \"clientMetadata\": {\"é\": null}}";

        asAda.refused(403, "PATCH", "folders/" + other + "/items/" + item, patch);
        assertThat(asAda.ok("PATCH", "folders/" + box + "/items/" + item, patch))
                .containsEntry("name", "b")
                .containsEntry("description", "")
                .containsEntry("clientMetadata", "{\"é\":null}");
        assertThat(asAda.all("folders/" + box + "/items", 10, "name")).containsExactly("b");
        asAda.refused(403, "GET", "folders/" + other + "/items/" + item + "/summary", "");
        asAda.refused(403, "GET", "folders/" + other + "/items/" + item + "/child-items", "");
    }

    @Test
    void itemsMoveTogetherOrNotAtAll() {
        seedImages("a", "b");
        List<String> items = asAda.all("folders/" + box + "/items", 10, "uuid");
        String other = asAda.folder("other");

        asAda.refused(403, "POST", "folders/" + box + "/items/move", moveBody(other, false, items.get(0), UNKNOWN));
        asAda.refused(403, "POST", "folders/" + other + "/items/move", moveBody(box, false, items.get(0)));
        asAda.refused(403, "POST", "folders/" + box + "/items/move", moveBody(UNKNOWN, false, items.get(0)));
        assertThat(asAda.all("folders/" + box + "/items", 10, "name")).containsExactly("a", "b");
        asAda.ok("POST", "folders/" + box + "/items/move", moveBody(other, false, items.get(0)));
        assertThat(asAda.all("folders/" + other + "/items", 10, "name")).containsExactly("a");
        assertThat(asAda.get("items/" + items.get(0))).containsEntry("parent", other);
    }

    @Test
    void aMirrorDatasetIsWhatLiesInItsBackingFolder() {
        Map<String, Object> dataset = TestClient.object(new TestClient(server)
                .rest(
                        "POST",
                        "/v2/public/datasets",
                        "{\"title\": \"mirror\", \"createBackingFolder\": true, \"legacyCall\": false}",
                        ada));
        String backing = (String) dataset.get("backingFolderUuid");
        String hash = (String) dataset.get("datasetUuid");
        assertThat(asAda.get("folders/" + backing))
                .containsEntry("name", "mirror")
                .containsEntry("syncedDatasetHash", hash);
        String below = asAda.folderIn(backing, "below");

        String item = asAda.upload(below, "images", "image", "a.png", PNG);

        assertThat(asAda.get("items/" + item)).containsEntry("backedDataUnitsCount", 1.0);
        Map<String, Object> usage = asAda.get("folders/" + below + "/items/" + item + "/summary");
        assertThat(usage).containsEntry("usedInDatasets", 1.0);
        assertThat(((Map<?, ?>) ((List<?>) usage.get("accessibleDatasets")).get(0)).get("datasetHash"))
                .isEqualTo(hash);
        assertThat(asAda.refused(400, "POST", "folders/" + below + "/items/move", moveBody(box, false, item)))
                .contains("allowSyncedDatasetMove");
        asAda.refused(400, "DELETE", "folders/" + backing, "");
        asAda.refused(400, "POST", "folders/move", "{\"folderUuids\": [\"" + below + "\"]}");
        asAda.ok("POST", "folders/" + below + "/items/move", moveBody(box, true, item));
        assertThat(asAda.get("items/" + item)).containsEntry("backedDataUnitsCount", 0.0);
        asAda.ok("POST", "folders/" + box + "/items/move", moveBody(backing, false, item));
        assertThat(asAda.get("items/" + item)).containsEntry("backedDataUnitsCount", 1.0);
        asAda.ok("POST", "folders/" + backing + "/items/delete", deleteBody(true, item));
        assertThat(Internals.platform(world).observe().datasets().get(hash).rows())
                .isEmpty();
    }

    @Test
    void anItemThatAnotherDatasetLinksOutlivesItsMirror() {
        String plain = world.newDataset(ada, "plain").hash();
        seedImages("a");
        String item = asAda.all("folders/" + box + "/items", 10, "uuid").get(0);
        String link = "{\"query_type\": \"datasetlinkitems\", \"query_method\": \"POST\", \"values\": {\"uid\": \""
                + plain + "\", \"payload\": {\"item_uuids\": [\"%s\"], \"duplicates_behavior\": \"DUPLICATE\"}}}";

        new TestClient(server).rpc("/public", link.formatted(item), ada);
        new TestClient(server).rpc("/public", link.formatted(item), ada);

        assertThat(asAda.get("items/" + item)).containsEntry("backedDataUnitsCount", 2.0);
        asAda.ok("PATCH", "folders/" + box + "/items/" + item, "{\"clientMetadata\": {\"shared\": true}}");
        assertThat(Internals.platform(world)
                        .observe()
                        .datasets()
                        .get(plain)
                        .rows()
                        .values())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.clientMetadata()).isEqualTo(Map.of("shared", true)));
        asAda.ok("POST", "folders/" + box + "/items/delete", deleteBody(true, item));
        assertThat(Internals.platform(world).observe().datasets().get(plain).rows())
                .isEmpty();
    }

    @Test
    void jobsBelongToTheirFolder() {
        world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
        String other = asAda.folder("other");
        String job = StorageClient.text(asAda.send(
                "POST",
                "folders/" + box + "/data-upload-jobs",
                "{\"dataItems\": {\"images\": [{\"objectUrl\": \"x\"}]}}"));

        assertThat(asAda.get("folders/" + box + "/data-upload-jobs/" + job + "?timeoutSeconds=0"))
                .containsEntry("status", "PENDING")
                .containsEntry("unitsPendingCount", 1.0);
        asAda.refused(404, "GET", "folders/" + other + "/data-upload-jobs/" + job + "?timeoutSeconds=0", "");
        asAda.refused(404, "POST", "folders/" + other + "/data-upload-jobs/" + job + "/cancel", "");
        asBob.refused(403, "GET", "folders/" + box + "/data-upload-jobs/" + job + "?timeoutSeconds=0", "");
        assertThat(asAda.ok("POST", "folders/" + box + "/data-upload-jobs/" + job + "/cancel", ""))
                .containsEntry("unitsCancelledCount", 1.0);
        assertThat(asAda.ok("POST", "folders/" + box + "/data-upload-jobs/" + job + "/cancel", ""))
                .containsEntry("unitsCancelledCount", 0.0);
        assertThat(asAda.get("folders/" + box + "/data-upload-jobs/" + job + "?timeoutSeconds=0"))
                .containsEntry("status", "CANCELLED");
        asAda.ok("DELETE", "folders/" + box, "");
        asAda.refused(403, "GET", "folders/" + box + "/data-upload-jobs/" + job + "?timeoutSeconds=0", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"dataItems\": {}, \"externalFiles\": {}}",
                "{\"externalFiles\": {}}",
                "{\"dataItems\": {\"images\": [7]}}",
                "{\"dataItems\": {\"images\": [{\"title\": \"no URL\"}]}}",
                "{\"dataItems\": 7}"
            })
    void refusesJobsThatMakeNoSense(String body) {
        asAda.refused(400, "POST", "folders/" + box + "/data-upload-jobs", body);
        asBob.refused(403, "POST", "folders/" + box + "/data-upload-jobs", "{\"dataItems\": {}}");
        asAda.refused(
                403,
                "POST",
                "folders/" + box + "/data-upload-jobs",
                "{\"externalFiles\": {}, \"integrationHash\": \"" + UNKNOWN + "\"}");
        asAda.refused(400, "POST", "folders/" + box + "/upload-signed-urls", "{\"itemType\": \"group\", \"count\": 1}");
        asAda.refused(400, "POST", "folders/" + box + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 0}");
    }

    @Test
    void dataGroupsShowItemsOfAnyFolder() {
        seedImages("a", "b");
        List<String> items = asAda.all("folders/" + box + "/items", 10, "uuid");
        String body = "[{\"layoutType\": \"%s\", \"layoutContents\": %s}]";
        String list = "[\"" + items.get(0) + "\", \"" + items.get(1) + "\"]";

        String group = StorageClient.text(asAda.send(
                        "POST", "folders/" + box + "/create-group-items", body.formatted("default-grid", list)))
                .replace("\"", "");

        assertThat(asAda.get("items/" + group)).containsEntry("itemType", "group");
        Map<?, ?> layout =
                (Map<?, ?>) asAda.get("folders/" + box + "/items/" + group + "/summary?includeGroupLayout=True")
                        .get("groupLayout");
        assertThat(((Map<?, ?>) layout.get("layout")).get("direction")).isEqualTo("row");
        String create = "folders/" + box + "/create-group-items";
        asAda.refused(400, "POST", create, body.formatted("default-list", "[]"));
        asAda.refused(400, "POST", create, body.formatted("round", list));
        asAda.refused(400, "POST", create, body.formatted("custom", "{\"a\": \"" + items.get(0) + "\"}"));
        asAda.refused(400, "POST", create, body.formatted("default-list", "[\"" + group + "\"]"));
        asAda.refused(403, "POST", create, body.formatted("default-list", "[\"" + UNKNOWN + "\"]"));
        asAda.ok("POST", "folders/" + box + "/items/delete", deleteBody(true, items.get(0)));
        assertThat(asAda.all("folders/" + box + "/items/" + group + "/child-items", 10, "name"))
                .containsExactly("b");
    }

    @Test
    void videosAreEncodedAnewByTheirItems() {
        String video = asAda.upload(box, "videos", "video", "film.mp4", Samples.MP4);
        String body = "{\"storageItems\": [\"%s\"], \"processTitle\": \"p\", \"forceFullReencoding\": false}";
        String task = StorageClient.text(asAda.send("POST", "items/reencode", body.formatted(video)));

        assertThat(asAda.get("items/reencode/" + task))
                .containsEntry("status", "submitted")
                .containsEntry("result", null);
        assertThat(asAda.get("items/reencode/" + task)).containsEntry("status", "done");
        asBob.refused(404, "GET", "items/reencode/" + task, "");
        asAda.refused(404, "GET", "items/reencode/" + UNKNOWN, "");
        asAda.refused(403, "POST", "items/reencode", body.formatted(UNKNOWN));
        seedImages("a");
        String image = asAda.all("search/items?itemTypes=image", 10, "uuid").get(0);
        asAda.refused(400, "POST", "items/reencode", body.formatted(image));
    }

    private void seedImages(String... names) {
        for (String name : names) {
            asAda.upload(box, "images", "image", name, PNG);
        }
    }

    private static List<Object> names(Map<String, Object> page) {
        return ((List<?>) Objects.requireNonNull(page.get("results")))
                .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
    }

    private String delete(String folder, boolean withFrames, Object item) {
        return asAda.refused(
                400, "POST", "folders/" + folder + "/items/delete", deleteBody(withFrames, String.valueOf(item)));
    }

    private static String deleteBody(boolean withFrames, String... items) {
        return "{\"childUuids\": " + StorageClient.json(List.of(items)) + ", \"removeUnusedFrames\": " + withFrames
                + "}";
    }

    private static String moveBody(String target, boolean allow, String... items) {
        return "{\"itemUuids\": " + StorageClient.json(List.of(items)) + ", \"newParentUuid\": \"" + target
                + "\", \"allowSyncedDatasetMove\": " + allow + "}";
    }

    private static String entry(Object placeholder, String title) {
        return "{\"objectUrl\": \"x\", \"title\": \"" + title + "\", \"placeholderItemUuid\": \"" + placeholder + "\"}";
    }

    private static String images(String entry) {
        return "{\"dataItems\": {\"images\": [" + entry + "]}}";
    }
}
