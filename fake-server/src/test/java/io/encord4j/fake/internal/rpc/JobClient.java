package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.quoted;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Uploads by jobs, as clients of 2026 do. */
final class JobClient {

    private static final String NO_ITEMS = "{\"videos\": [], \"imageGroups\": [], \"dicomSeries\": [], \"images\": [],"
            + " \"imageGroupsFromItems\": [], \"audio\": [], \"nifti\": [], \"text\": [], \"pdf\": [],"
            + " \"skipDuplicateUrls\": false, \"upsertMetadata\": false}";

    private final TestClient http;
    private final FakeUser user;
    private final String dataset;
    private final RpcClient client;

    JobClient(FakeEncordServer server, FakeUser user, String dataset) {
        this.http = new TestClient(server);
        this.user = user;
        this.dataset = dataset;
        this.client = RpcClient.modern(server, user, dataset);
    }

    RpcClient client() {
        return client;
    }

    String dataset() {
        return dataset;
    }

    /** Uploads one file and gives its entry in the state of the job. */
    Map<String, @Nullable Object> upload(String list, String type, String title, byte[] bytes) {
        String key = send(list.equals("videos") ? "video" : "image", bytes);
        Reply state = poll(start(dataItems(
                        list,
                        "{\"objectUrl\": " + quoted(key) + ", \"title\": " + quoted(title)
                                + ", \"clientMetadata\": {}, \"externalFileType\": \"" + type + "\"}"))
                .text("process_hash"));
        return units(state).get(0);
    }

    List<Map<String, @Nullable Object>> uploadGroup(boolean video, byte[]... images) {
        List<String> entries = new ArrayList<>();
        for (byte[] image : images) {
            entries.add("{\"url\": " + quoted(send("image", image)) + ", \"title\": \"i.png\"}");
        }
        Reply state = poll(start(dataItems(
                        "imageGroups",
                        "{\"images\": [" + String.join(",", entries) + "], \"clientMetadata\": {}, \"createVideo\": "
                                + video + ", \"externalFileType\": \"IMG_GROUP\", \"clusterByResolution\": " + video
                                + "}"))
                .text("process_hash"));
        return units(state);
    }

    /** Sends bytes to a signed URL and gives the key of the object. */
    String send(String kind, byte[] bytes) {
        List<?> urls =
                TestClient.list(http.get("/v2/public/presigned-urls?count=1&uploadItemType=" + kind, user), "results");
        Map<?, ?> url = (Map<?, ?>) urls.get(0);
        int status = http.put((String) url.get("signedUrl"), bytes).statusCode();
        if (status != 200) {
            throw new AssertionError("The upload was answered with " + status + ".");
        }
        return (String) url.get("objectKey");
    }

    Reply start(String payload) {
        return client.call("datasetdatalongpolling", "POST", quoted(dataset), payload);
    }

    Reply poll(String processHash) {
        return poll(processHash, 10);
    }

    Reply poll(String processHash, int timeoutSeconds) {
        return client.call(
                "datasetdatalongpolling",
                "GET",
                quoted(dataset),
                "{\"process_hash\": " + quoted(processHash) + ", \"timeout_seconds\": " + timeoutSeconds + "}");
    }

    static String dataItems(String list, String entry) {
        return "{\"dataItems\": " + NO_ITEMS.replace("\"" + list + "\": []", "\"" + list + "\": [" + entry + "]")
                + ", \"ignoreErrors\": false}";
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, @Nullable Object>> units(Reply state) {
        return (List<Map<String, @Nullable Object>>)
                Objects.requireNonNull(state.object().get("data_hashes_with_titles"));
    }
}
