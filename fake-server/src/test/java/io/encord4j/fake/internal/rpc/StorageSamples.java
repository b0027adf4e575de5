package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import java.util.List;
import java.util.Map;

/** A good request for each operation of the storage. */
final class StorageSamples {

    private static final String FOLDER = "00000000-0000-4000-8000-0000000000f1";
    private static final String OTHER = "00000000-0000-4000-8000-0000000000f2";
    private static final String EMPTY = "00000000-0000-4000-8000-0000000000f3";
    private static final String SYNCED = "00000000-0000-4000-8000-0000000000f4";
    private static final String VIDEO = "00000000-0000-4000-8000-0000000000e1";
    private static final String IMAGE = "00000000-0000-4000-8000-0000000000e2";
    private static final String GROUP = "00000000-0000-4000-8000-0000000000e3";
    private static final String TEAM = "00000000-0000-4000-8000-0000000000d1";

    private static final String SEED = """
            {"groups": [{"hash": "%9$s", "name": "team"}],
             "folders": [
               {"uuid": "%1$s", "name": "box", "owner": "alice@example.com", "items": [
                 {"uuid": "%5$s", "name": "film.mp4", "type": "VIDEO", "integration": "%8$s",
                  "files": [{"link": "https://bucket/film.mp4", "location": "AWS"}]},
                 {"uuid": "%6$s", "name": "picture.png", "type": "IMAGE", "files": [{"generate": {}}]},
                 {"uuid": "%7$s", "name": "group", "type": "IMG_GROUP", "files": [{"generate": {}}, {"generate": {}}]}]},
               {"uuid": "%2$s", "name": "other", "owner": "alice@example.com", "parent": "%1$s"},
               {"uuid": "%3$s", "name": "empty", "owner": "alice@example.com"},
               {"uuid": "%4$s", "name": "synced", "owner": "alice@example.com",
                "cloudSource": {"integration": "%8$s", "remoteUrl": "s3://bucket/"}}],
             "buckets": [{"remoteUrl": "s3://bucket/", "objects": [{"path": "a.png", "size": 7}, {"path": "b.bin"}]}]}
            """;

    private StorageSamples() {}

    /** A request without its credential; the path is that behind {@code /v2/public/}. */
    record Call(String method, String path, String body) {}

    static List<Call> of(FakeEncordServer server, FakeWorld world, FakeUser alice) {
        TestClient client = new TestClient(server);
        Map<?, ?> integration =
                (Map<?, ?>) TestClient.list(client.get("/v2/public/cloud-integrations", alice), "result")
                        .get(0);
        String bucket = (String) integration.get("integrationUuid");
        world.seed(SEED.formatted(FOLDER, OTHER, EMPTY, SYNCED, VIDEO, IMAGE, GROUP, bucket, TEAM));
        String folder = "storage/folders/" + FOLDER;
        String start =
                "{\"externalFiles\": {\"images\": [{\"objectUrl\": \"https://b/i.png\"}]}, \"integrationHash\": \""
                        + bucket + "\", \"ignoreErrors\": true, \"fileName\": \"files.json\"}";
        world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
        String job = text(client.rest("POST", "/v2/public/" + folder + "/data-upload-jobs", start, alice)
                .body());
        String sync = text(
                client.rest("POST", "/v2/public/storage/folders/" + SYNCED + "/cloud-synced-folder-syncs", "", alice)
                        .body());
        world.setUploads(UploadPlan.DEFAULT);
        String reEncode =
                "{\"storageItems\": [\"" + VIDEO + "\"], \"processTitle\": \"p\", \"forceFullReencoding\": false}";
        String task = text(client.rest("POST", "/v2/public/storage/items/reencode", reEncode, alice)
                .body());
        String list = "?search=&isRecursive=False&order=name&desc=False&pageSize=100";
        String items = list + "&signUrls=True&itemTypes=image&itemTypes=video";
        String item = folder + "/items/" + IMAGE;
        return List.of(
                new Call(
                        "POST",
                        "storage/folders",
                        "{\"name\": \"more\", \"description\": \"\", \"parent\": \"" + FOLDER
                                + "\", \"clientMetadata\": \"{\\\"a\\\": null}\"}"),
                new Call("GET", folder, ""),
                new Call("GET", "storage/folders" + list, ""),
                new Call("GET", "storage/search/folders" + list + "&datasetSynced=False", ""),
                new Call("GET", folder + "/folders" + list, ""),
                new Call("PATCH", folder, "{\"name\": \"renamed\", \"clientMetadata\": {\"a\": null}}"),
                new Call(
                        "PATCH",
                        "storage/folders/patch-bulk",
                        "{\"folderPatches\": {\"" + OTHER + "\": {\"description\": \"d\"}}}"),
                new Call("POST", "storage/folders/move", "{\"folderUuids\": [\"" + OTHER + "\"]}"),
                new Call("DELETE", "storage/folders/" + EMPTY, ""),
                new Call("GET", folder + "/summary", ""),
                new Call("GET", folder + "/groups", ""),
                new Call("POST", folder + "/groups", "{\"groupHashList\": [\"" + TEAM + "\"], \"userRole\": \"user\"}"),
                new Call("DELETE", folder + "/groups?groupHashList=" + TEAM, ""),
                new Call("GET", folder + "/items" + items, ""),
                new Call("GET", "storage/search/items" + items, ""),
                new Call("GET", "storage/items/" + IMAGE + "?signUrl=True", ""),
                new Call(
                        "POST",
                        "storage/items/get-bulk",
                        "{\"itemUuids\": [\"" + VIDEO + "\", \"" + IMAGE + "\"], \"signUrls\": true}"),
                new Call("PATCH", item, "{\"name\": \"renamed.png\"}"),
                new Call(
                        "PATCH",
                        "storage/items/patch-bulk",
                        "{\"itemPatches\": {\"" + IMAGE + "\": {\"clientMetadata\": {\"n\": 1}}}}"),
                new Call("GET", item + "/summary?includeGroupLayout=True", ""),
                new Call("GET", folder + "/items/" + GROUP + "/child-items?signUrls=True", ""),
                new Call(
                        "POST",
                        folder + "/items/move",
                        "{\"itemUuids\": [\"" + IMAGE + "\"], \"newParentUuid\": \"" + OTHER
                                + "\", \"allowSyncedDatasetMove\": false}"),
                new Call(
                        "POST",
                        folder + "/items/delete",
                        "{\"childUuids\": [\"" + GROUP + "\"], \"removeUnusedFrames\": true}"),
                new Call("POST", folder + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 2}"),
                new Call("POST", folder + "/data-upload-jobs", start),
                new Call("GET", folder + "/data-upload-jobs/" + job + "?timeoutSeconds=0", ""),
                new Call("POST", folder + "/data-upload-jobs/" + job + "/cancel", ""),
                new Call("POST", "storage/items/reencode", reEncode),
                new Call("GET", "storage/items/reencode/" + task, ""),
                new Call("POST", "storage/folders/" + SYNCED + "/cloud-synced-folder-syncs", ""),
                new Call(
                        "GET",
                        "storage/folders/" + SYNCED + "/cloud-linked-folder-syncs/" + sync
                                + "/long-polling?timeoutSeconds=0",
                        ""),
                new Call(
                        "POST",
                        folder + "/create-group-items",
                        "[{\"layoutType\": \"default-grid\", \"layoutContents\": [\"" + VIDEO + "\", \"" + IMAGE
                                + "\"]}]"),
                new Call(
                        "POST",
                        "storage/items/migrate-storage",
                        "{\"urlsMap\": {}, \"itemsMap\": {\"" + VIDEO
                                + "\": null}, \"validateAccess\": true, \"skipMissing\": false}"));
    }

    private static String text(String json) {
        return json.substring(1, json.length() - 1);
    }
}
