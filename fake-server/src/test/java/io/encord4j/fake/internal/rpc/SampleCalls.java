package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.json;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.rpc.HostileRequests.Sample;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One good request for each operation. */
final class SampleCalls {

    private final List<Sample> samples = new ArrayList<>();
    private final FakeUser user;
    private final FakeDataset dataset;

    private SampleCalls(FakeUser user, FakeDataset dataset) {
        this.user = user;
        this.dataset = dataset;
    }

    private void both(String type, String method, String uid, String payload) {
        rpc(
                "/public",
                List.of("Authorization: " + dataset.apiKey(), "ResourceID: " + dataset.hash()),
                type,
                method,
                uid,
                payload);
        rpc(
                "/public",
                List.of(
                        "Authorization: Bearer " + user.bearerToken(),
                        "ResourceType: dataset",
                        "ResourceID: " + dataset.hash()),
                type,
                method,
                uid,
                payload);
    }

    private void user(String type, String method, String payload) {
        rpc("/public/user", List.of("Authorization: Bearer " + user.bearerToken()), type, method, "null", payload);
    }

    private void rest(String method, String target, String body) {
        samples.add(new Sample(
                method,
                "/v2/public/" + target,
                List.of("Authorization: Bearer " + user.bearerToken()),
                body.getBytes(UTF_8)));
    }

    private void storage(String method, String target, byte[] body) {
        samples.add(new Sample(method, target, List.of("Content-Type: video/mp4"), body));
    }

    private void rpc(String path, List<String> headers, String type, String method, String uid, String payload) {
        String body = "{\"query_type\": \"" + type + "\", \"query_method\": \"" + method + "\", \"values\": {\"uid\": "
                + uid + ", \"payload\": " + payload + "}}";
        samples.add(new Sample("POST", path, headers, body.getBytes(UTF_8)));
    }

    /** Fills a world and gives a good request for each operation; operations of both generations as either sends them. */
    static List<Sample> of(FakeEncordServer server, FakeWorld world) {
        FakeUser alice = world.newUser("alice@example.com");
        FakeDataset dataset = world.newDataset(alice, "Films", "one.png", "two.png");
        JobClient jobs = new JobClient(server, alice, dataset.hash());
        RpcClient key = RpcClient.key(server, dataset.apiKey(), dataset.hash());
        Map<String, @Nullable Object> upload =
                key.call("signedvideourl", "GET", "\"film.mp4\"", "null").object();
        key.put((String) Objects.requireNonNull(upload.get("signed_url")), Samples.MP4);
        Map<String, @Nullable Object> image = key.call("signedimagesurl", "GET", "[\"i.png\"]", "null")
                .objects()
                .get(0);
        key.put((String) Objects.requireNonNull(image.get("signed_url")), Samples.png(2, 2));
        Map<String, @Nullable Object> group =
                jobs.uploadGroup(true, Samples.png(2, 2)).get(0);
        String objectKey = jobs.send("video", Samples.MP4);
        String process = jobs.start(JobClient.dataItems(
                        "videos",
                        "{\"objectUrl\": " + quoted(objectKey)
                                + ", \"title\": \"t\", \"clientMetadata\": {}, \"externalFileType\": \"VIDEO\"}"))
                .text("process_hash");
        String row = dataset.rows().get(0);
        String hash = quoted(row);
        String groupHash = json(group.get("data_hash"));
        String item = json(group.get("backing_item_uuid"));
        String integration = json(RpcClient.user(server, alice)
                .call("cloudintegration", "GET", "null", "null")
                .objects()
                .get(0)
                .get("id"));
        String url = quoted(dataset.hash());

        key.call("image", "PUT", json(image.get("data_hash")), json(image));
        Object task = key.call("reencodevideotask", "PUT", "null", "{\"data_hash\": []}")
                .response();
        world.changeChoices(
                choices -> choices.toBuilder().privateDataInHosted2022(true).build());

        SampleCalls calls = new SampleCalls(alice, dataset);
        calls.both("dataset", "GET", "null", "{\"dataset_access_settings\": {\"fetch_client_metadata\": true}}");
        calls.both("dataset", "GET", "null", "null");
        calls.both(
                "datarows",
                "GET",
                "null",
                "{\"title_eq\": \"one.png\", \"title_like\": \"%\", \"created_before\": \"2030-01-01T00:00:00\", \"created_after\": null, \"data_types\": [\"VIDEO\"], \"dataset_access_settings\": {\"fetch_client_metadata\": false}, \"data_hashes\": ["
                        + hash + "]}");
        calls.both(
                "datarow",
                "GET",
                groupHash,
                "{\"additional_data\": {\"signed_url\": true, \"images_data_fetch_options\": {\"fetch_signed_urls\": true}, \"client_metadata\": true}}");
        calls.both(
                "datarow",
                "POST",
                hash,
                "{\"data_title\": \"new\", \"client_metadata\": {\"a\": 1.5, \"b\": [true, null]}}");
        calls.both("video", "POST", url, "[{\"video_hash\": " + hash + ", \"title\": \"newer\"}]");
        calls.both("signedvideourl", "GET", "\"film.mp4\"", "null");
        calls.both("signedimagesurl", "GET", "[\"a.png\", \"b.png\"]", "null");
        calls.both("signeddicomsurl", "GET", "[\"a.dcm\"]", "null");
        calls.both("video", "PUT", json(upload.get("data_hash")), json(upload));
        calls.both("image", "PUT", json(image.get("data_hash")), json(image));
        calls.both("images", "PUT", "null", json(List.of(image)));
        calls.both("singleimage", "POST", "null", json(image));
        calls.both("dicomseries", "POST", "[{\"id\": \"x\", \"uri\": \"u\", \"title\": \"t\"}]", "{\"title\": null}");
        calls.both("imagegroup", "POST", json(List.of(Objects.requireNonNull(image.get("data_hash")))), "{}");
        calls.both("imagegroup", "DELETE", groupHash, "null");
        calls.both("video", "DELETE", "[" + hash + "]", "null");
        calls.both(
                "datasetdata",
                "POST",
                url,
                "{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/f.mp4\", \"title\": \"f\"}], \"image_groups\": [{\"title\": \"g\", \"createVideo\": false, \"objectUrl_0\": \"https://b/0.png\", \"objectUrl_10\": \"https://b/10.png\"}], \"skip_duplicate_urls\": true}, \"integration_id\": "
                        + integration + ", \"ignore_errors\": true}");
        calls.both(
                "datasetdatalongpolling",
                "POST",
                url,
                "{\"files\": {\"images\": [{\"objectUrl\": \"https://b/i.png\"}], \"dicom_series\": [{\"title\": \"s\", \"objectUrl_0\": \"https://b/0.dcm\"}], \"upsert_metadata\": false}, \"integrationId\": "
                        + integration + ", \"ignoreErrors\": true}");
        calls.both(
                "datasetdatalongpolling",
                "POST",
                url,
                JobClient.dataItems(
                        "videos",
                        "{\"objectUrl\": " + quoted(objectKey)
                                + ", \"title\": \"t\", \"clientMetadata\": {}, \"videoMetadata\": {\"fps\": 25.0, \"duration\": 1.5, \"width\": 2, \"height\": 2, \"fileSize\": 7, \"mimeType\": \"video/mp4\"}, \"externalFileType\": \"VIDEO\"}"));
        calls.both(
                "datasetdatalongpolling",
                "POST",
                url,
                JobClient.dataItems(
                        "imageGroupsFromItems", "{\"imageItems\": [" + item + "], \"createVideo\": false}"));
        calls.both(
                "datasetdatalongpolling",
                "GET",
                url,
                "{\"process_hash\": " + quoted(process) + ", \"timeout_seconds\": 0}");
        calls.both("reencodevideotask", "PUT", "null", "{\"data_hash\": [" + hash + "]}");
        calls.both("reencodevideotask", "GET", json(task), "null");
        calls.both("imagegroupocr", "GET", "null", "{\"image_group_data_hash\": " + groupHash + "}");
        calls.both("datasetusers", "POST", url, "{\"user_emails\": [\"bob@example.com\"], \"user_role\": 1}");
        calls.both(
                "datasetlinkitems",
                "POST",
                url,
                "{\"item_uuids\": [" + item + "], \"duplicates_behavior\": \"DUPLICATE\"}");
        calls.both("apikeymeta", "GET", "null", "null");
        calls.both("cloudintegration", "GET", "null", "null");
        calls.user("dataset", "POST", "{\"title\": \"More\", \"type\": 0, \"description\": \"d\"}");
        calls.user(
                "datasetwithuserrole",
                "GET",
                "{\"filter\": {\"title_like\": \"%\", \"created_after\": \"2020-01-01T00:00:00+00:00\"}}");
        calls.user(
                "datasetapikey",
                "POST",
                "{\"dataset_hash\": " + url + ", \"title\": \"k\", \"scopes\": [\"dataset.read\"]}");
        calls.user("datasetapikey", "GET", "{\"dataset_hash\": " + url + "}");
        calls.user("datasetapikey", "PUT", "{\"dataset_hash\": " + url + "}");
        calls.user("cloudintegration", "GET", "null");
        calls.rest(
                "POST",
                "datasets",
                "{\"title\": \"More\", \"description\": \"d\", \"createBackingFolder\": true, \"legacyCall\": false}");
        calls.rest(
                "GET",
                "datasets/list?titleLike=%25&createdBefore=2030-01-01T00%3A00%3A00%2B00%3A00&includeOrgAccess=False",
                "");
        calls.rest("GET", "presigned-urls?count=2&uploadItemType=video", "");
        calls.rest("GET", "cloud-integrations?filterIntegrationTitles=AWS&includeOrgAccess=True", "");
        calls.rest("GET", "user/bearer-token", "");
        calls.rest("GET", "user/current-organisation/groups", "");
        calls.rest("GET", "datasets/" + dataset.hash() + "/groups", "");
        calls.rest("POST", "datasets/" + dataset.hash() + "/groups", "{\"groupHashList\": [], \"userRole\": 1}");
        calls.rest(
                "DELETE",
                "datasets/" + dataset.hash() + "/groups?groupHashList=00000000-0000-4000-8000-000000000000",
                "");
        calls.storage("PUT", pathOf((String) Objects.requireNonNull(upload.get("signed_url"))), Samples.png(4, 4));
        List<?> urls = TestClient.list(
                new TestClient(server).get("/v2/public/presigned-urls?count=2&uploadItemType=video", alice), "results");
        for (Object each : urls) {
            calls.storage("PUT", pathOf((String) ((Map<?, ?>) each).get("signedUrl")), Samples.MP4);
        }
        StorageSamples.of(server, world, alice).forEach(call -> calls.rest(call.method(), call.path(), call.body()));
        return calls.samples;
    }

    private static String pathOf(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
