package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client of April 2022 does with an API key. */
class LegacyClientTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final RpcClient user = RpcClient.user(server, alice);
    private final String dataset = newDataset(0);
    private final RpcClient client = RpcClient.key(server, masterKey(dataset), dataset);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void uploadsAVideoInThreeSteps() {
        Map<String, @Nullable Object> video = uploadVideo("film.mp4");

        assertThat(video).containsEntry("title", "film.mp4").containsKeys("data_hash", "file_link");
        Reply got = client.call("dataset", "GET", "null", "null");
        assertThat(got.object())
                .containsEntry("title", "Films")
                .containsEntry("description", null)
                .containsEntry("dataset_type", "CORD_STORAGE");
        assertThat(rows(got))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("data_hash", video.get("data_hash"))
                        .containsEntry("data_title", "film.mp4")
                        .containsEntry("data_type", "VIDEO"));
    }

    @Test
    void writesTimesInSecondsAndAllKeysOfARow() {
        uploadVideo("film.mp4");

        assertThat(rows(client.call("dataset", "GET", "null", "null")))
                .singleElement()
                .satisfies(row -> {
                    assertThat((String) row.get("created_at")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
                    assertThat(row.keySet())
                            .containsExactlyInAnyOrder(
                                    "data_hash",
                                    "data_title",
                                    "data_type",
                                    "created_at",
                                    "last_edited_at",
                                    "width",
                                    "height",
                                    "file_link",
                                    "file_size",
                                    "file_type",
                                    "storage_location",
                                    "frames_per_second",
                                    "duration",
                                    "client_metadata",
                                    "signed_url",
                                    "is_optimised_image_group",
                                    "backing_item_uuid",
                                    "images_data");
                });
    }

    @Test
    void registersTheSameVideoOnce() {
        Map<String, @Nullable Object> video = uploadVideo("film.mp4");
        String hash = quoted((String) video.get("data_hash"));
        Reply again = client.call(
                "video",
                "PUT",
                hash,
                "{\"signed_url\": \"u\", \"data_hash\": " + hash + ", \"title\": \"film.mp4\", \"file_link\": \"l\"}");

        assertThat(again.text("data_hash")).isEqualTo(video.get("data_hash"));
        assertThat(rows(client.call("dataset", "GET", "null", "null"))).hasSize(1);
    }

    @Test
    void givesAVideoTheTitleThatLaterClientsSend() {
        Reply record = client.call("signedvideourl", "GET", "\"film.mp4\"", "null");
        client.put(record.text("signed_url"), Samples.MP4);
        String payload = RpcClient.json(record.object()).replaceFirst("\\{", "{\"video_title\": \"Sunset\", ");
        Reply registered = client.call("video", "PUT", quoted(record.text("data_hash")), payload);

        assertThat(registered.text("title")).isEqualTo("Sunset");
    }

    @Test
    void refusesToRegisterBytesThatWereNeverSent() {
        Reply record = client.call("signedvideourl", "GET", "\"film.mp4\"", "null");
        Reply refused = client.call("video", "PUT", quoted(record.text("data_hash")), RpcClient.json(record.object()));

        assertThat(refused.token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void refusesBytesThatAreNoVideo() {
        Reply record = client.call("signedvideourl", "GET", "\"film.mp4\"", "null");
        client.put(record.text("signed_url"), Samples.png(2, 2));
        Reply refused = client.call("video", "PUT", quoted(record.text("data_hash")), RpcClient.json(record.object()));

        assertThat(refused.token()).isEqualTo("FILE_TYPE_NOT_SUPPORTED_ERROR");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void makesOneImageGroupForEachSizeInTheOrderOfTheHashes() {
        List<String> hashes = uploadImages(image("b.png", 2, 2), image("a.png", 4, 4), image("c.png", 2, 2));

        Reply groups = client.call("imagegroup", "POST", RpcClient.json(hashes), "{}");

        assertThat(groups.objects())
                .hasSize(2)
                .allSatisfy(group -> assertThat((String) group.get("title")).matches("image-group-.{5}"));
        String first = (String) groups.objects().get(0).get("data_hash");
        Reply texts = client.call("imagegroupocr", "GET", "null", "{\"image_group_data_hash\": " + quoted(first) + "}");
        assertThat(texts.objects())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.keySet()).containsExactly("processed_texts"));
        assertThat(RpcClient.json(texts.response())).containsSubsequence("b.png", "c.png");
        assertThat(rows(client.call("dataset", "GET", "null", "null")))
                .extracting(row -> row.get("data_type"))
                .containsExactly("IMG_GROUP", "IMG_GROUP");
    }

    @Test
    void givesSignedUrlsForImagesInTheOrderOfTheNames() {
        Reply records = client.call("signedimagesurl", "GET", "[\"z.png\", \"a.png\", \"z.png\"]", "null");

        assertThat(records.objects())
                .extracting(record -> record.get("title"))
                .containsExactly("z.png", "a.png", "z.png");
        assertThat(records.objects())
                .extracting(record -> record.get("data_hash"))
                .doesNotHaveDuplicates();
    }

    @Test
    void makesAGroupWithTheTitleAndWithoutTheVideoThatLaterClientsAskFor() {
        List<String> hashes = uploadImages(image("a.png", 2, 2), image("b.png", 4, 4));
        Reply groups = client.call(
                "imagegroup",
                "POST",
                RpcClient.json(hashes),
                "{\"image_group_title\": \"Holiday\", \"create_video\": false}");

        assertThat(groups.objects()).extracting(group -> group.get("title")).containsExactly("Holiday");
        assertThat(rows(client.call("dataset", "GET", "null", "null")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("is_optimised_image_group", false)
                        .containsEntry("width", null));
    }

    @Test
    void deletesRowsAndTheirBytesAndIgnoresOtherHashes() {
        Map<String, @Nullable Object> video = uploadVideo("film.mp4");
        Map<String, @Nullable Object> other = uploadVideo("other.mp4");
        String hashes = RpcClient.json(List.of(video.get("data_hash"), UNKNOWN));

        assertThat(client.call("video", "DELETE", hashes, "null").status()).isEqualTo(200);
        assertThat(client.call("video", "DELETE", hashes, "null").status()).isEqualTo(200);

        assertThat(rows(client.call("dataset", "GET", "null", "null")))
                .extracting(row -> row.get("data_hash"))
                .containsExactly(other.get("data_hash"));
    }

    @Test
    void deletesAnImageGroupAndIgnoresAnUnknownOne() {
        List<String> hashes = uploadImages(image("a.png", 2, 2));
        Reply groups = client.call("imagegroup", "POST", RpcClient.json(hashes), "{}");
        String hash = quoted((String) groups.objects().get(0).get("data_hash"));

        assertThat(client.call("imagegroup", "DELETE", hash, "null").status()).isEqualTo(200);
        assertThat(client.call("imagegroup", "DELETE", hash, "null").status()).isEqualTo(200);
        assertThat(rows(client.call("dataset", "GET", "null", "null"))).isEmpty();
    }

    @Test
    void leavesTheResultOfReEncodingAbsentUntilThereIsOne() {
        Map<String, @Nullable Object> video = uploadVideo("film.mp4");
        Reply task = client.call(
                "reencodevideotask",
                "PUT",
                "null",
                "{\"data_hash\": " + RpcClient.json(List.of(video.get("data_hash"), UNKNOWN)) + "}");
        String id = String.valueOf(task.response());
        assertThat(Long.parseLong(id)).isPositive();

        assertThat(client.call("reencodevideotask", "GET", id, "null").object())
                .containsExactly(Map.entry("status", "SUBMITTED"));

        Reply done = client.call("reencodevideotask", "GET", id, "null");
        assertThat(done.text("status")).isEqualTo("DONE");
        List<?> results = (List<?>) done.object().get("result");
        assertThat(results).singleElement().satisfies(entry -> {
            Map<?, ?> result = (Map<?, ?>) entry;
            assertThat(result.keySet().toString()).isEqualTo("[data_hash, signed_url, bucket_path]");
            assertThat(client.fetch((String) result.get("signed_url")).body()).isEqualTo(Samples.MP4);
        });
    }

    @Test
    void refusesAnUnknownReEncodingTask() {
        assertThat(client.call("reencodevideotask", "GET", "424242", "null").token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(client.call("reencodevideotask", "GET", "99999999999", "null")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void addsPrivateDataAtOnceWithNullUrlsAfterReEncoding() {
        String cloud = newDataset(1);
        RpcClient cloudClient = RpcClient.key(server, masterKey(cloud), cloud);
        Reply added = cloudClient.call(
                "datasetdata",
                "POST",
                quoted(cloud),
                "{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/x/one.mp4\"}]}, \"integration_id\": "
                        + quoted(integration()) + ", \"ignore_errors\": false}");

        List<?> info = (List<?>) added.object().get("dataset_data_info");
        assertThat(info)
                .singleElement()
                .satisfies(entry -> assertThat(((Map<?, ?>) entry).get("title")).isEqualTo("/x/one.mp4"));
        assertThat(cloudClient.call("dataset", "GET", "null", "null").text("dataset_type"))
                .isEqualTo("AWS_S3");
        Object hash = ((Map<?, ?>) info.get(0)).get("data_hash");
        Reply task = cloudClient.call(
                "reencodevideotask", "PUT", "null", "{\"data_hash\": " + RpcClient.json(List.of(hash)) + "}");
        String id = String.valueOf(task.response());
        cloudClient.call("reencodevideotask", "GET", id, "null");
        assertThat(RpcClient.json(
                        cloudClient.call("reencodevideotask", "GET", id, "null").response()))
                .contains("\"signed_url\":null", "\"bucket_path\":\"https://b/x/one.mp4\"");
    }

    @Test
    void addsNothingWhenAnEntryIsBadUnlessErrorsAreIgnored() {
        String cloud = newDataset(1);
        RpcClient cloudClient = RpcClient.key(server, masterKey(cloud), cloud);
        String payload = "{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/one.mp4\"}, {\"objectUrl\": \"a b\"}]},"
                + " \"integration_id\": " + quoted(integration()) + ", \"ignore_errors\": %s}";

        Reply refused = cloudClient.call("datasetdata", "POST", quoted(cloud), payload.formatted(false));
        assertThat(refused.token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(rows(cloudClient.call("dataset", "GET", "null", "null"))).isEmpty();

        Reply added = cloudClient.call("datasetdata", "POST", quoted(cloud), payload.formatted(true));
        assertThat((List<?>) added.object().get("dataset_data_info")).hasSize(1);
    }

    @Test
    void refusesUploadsToACloudDataset() {
        String cloud = newDataset(2);
        RpcClient cloudClient = RpcClient.key(server, masterKey(cloud), cloud);

        assertThat(cloudClient
                        .call("signedvideourl", "GET", "\"film.mp4\"", "null")
                        .token())
                .isEqualTo("UPLOAD_OPERATION_NOT_SUPPORTED_ERROR");
        assertThat(cloudClient
                        .call("signedimagesurl", "GET", "[\"a.png\"]", "null")
                        .token())
                .isEqualTo("UPLOAD_OPERATION_NOT_SUPPORTED_ERROR");
    }

    @Test
    void tellsWhatAnApiKeyIs() {
        assertThat(client.call("apikeymeta", "GET", "null", "null").object())
                .containsExactly(Map.entry("title", ""), Map.entry("resource_type", "dataset"));
    }

    private Map<String, @Nullable Object> uploadVideo(String name) {
        Reply record = client.call("signedvideourl", "GET", quoted(name), "null");
        assertThat(record.text("title")).isEqualTo(name);
        assertThat(client.put(record.text("signed_url"), Samples.MP4)).isEqualTo(200);
        return client.call("video", "PUT", quoted(record.text("data_hash")), RpcClient.json(record.object()))
                .object();
    }

    private record Image(String name, ByteString bytes) {}

    private static Image image(String name, int width, int height) {
        return new Image(name, ByteString.of(Samples.png(width, height)));
    }

    private List<String> uploadImages(Image... images) {
        List<String> names = Arrays.stream(images).map(Image::name).toList();
        Reply records = client.call("signedimagesurl", "GET", RpcClient.json(names), "null");
        for (int i = 0; i < images.length; i++) {
            Map<String, @Nullable Object> record = records.objects().get(i);
            assertThat(client.put(
                            (String) record.get("signed_url"), images[i].bytes().toByteArray()))
                    .isEqualTo(200);
            String hash = quoted((String) record.get("data_hash"));
            assertThat(client.call("image", "PUT", hash, RpcClient.json(record)).object())
                    .containsEntry("data_hash", record.get("data_hash"));
        }
        return records.objects().stream()
                .map(record -> (String) record.get("data_hash"))
                .toList();
    }

    private String newDataset(int type) {
        return user.call("dataset", "POST", "null", "{\"title\": \"Films\", \"type\": " + type + "}")
                .text("dataset_hash");
    }

    private String masterKey(String hash) {
        return user.call("datasetapikey", "PUT", "null", "{\"dataset_hash\": " + quoted(hash) + "}")
                .text("api_key");
    }

    private String integration() {
        return (String) user.call("cloudintegration", "GET", "null", "null")
                .objects()
                .get(0)
                .get("id");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> rows(Reply dataset) {
        return (List<Map<String, @Nullable Object>>) dataset.object().get("data_rows");
    }
}
