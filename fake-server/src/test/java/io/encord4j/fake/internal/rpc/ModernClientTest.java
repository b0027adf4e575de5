package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.json;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of March 2026 does with the rows of a dataset. */
class ModernClientTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final TestClient http = new TestClient(server);
    private final JobClient jobs = new JobClient(server, alice, newDataset());
    private final RpcClient client = jobs.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void uploadsAVideoAndAnImageByAJob() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        Map<String, @Nullable Object> image = jobs.upload("images", "IMAGE", "a.png", Samples.png(3, 2));

        assertThat(rows()).hasSize(2);
        assertThat(row(video)).containsEntry("data_type", "VIDEO").containsEntry("data_title", "film.mp4");
        assertThat(row(image))
                .containsEntry("data_type", "IMAGE")
                .containsEntry("width", 3L)
                .containsEntry("height", 2L)
                .containsEntry("file_type", "image/png")
                .containsEntry("storage_location", 0L)
                .containsEntry("backing_item_uuid", image.get("backing_item_uuid"));
    }

    @Test
    void showsMetadataOnlyWhenItIsAskedFor() {
        Map<String, @Nullable Object> image = jobs.upload("images", "IMAGE", "a.png", Samples.png(3, 2));
        client.call(
                "datarow",
                "POST",
                quoted(hash(image)),
                "{\"client_metadata\": {\"n\": 9007199254740993, \"x\": null}}");

        String asked = "{\"dataset_access_settings\": {\"fetch_client_metadata\": true}}";
        Reply with = client.call("dataset", "GET", "null", asked);
        Reply without = client.call("dataset", "GET", "null", asked.replace("true", "false"));

        assertThat(json(with.response())).contains("\"client_metadata\":{\"n\":9007199254740993,\"x\":null}");
        assertThat(json(without.response())).contains("\"client_metadata\":null");
        assertThat(with.object()).containsKeys("dataset_hash", "backing_folder_uuid");
    }

    @Test
    void givesASignedUrlOnRequestThatAnswersTheBytes() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        Map<String, @Nullable Object> plain = row(video);
        Reply refetched = client.call(
                "datarow",
                "GET",
                quoted(hash(video)),
                "{\"additional_data\": {\"signed_url\": true, \"images_data_fetch_options\": null,"
                        + " \"client_metadata\": false}}");

        assertThat(plain).containsEntry("signed_url", null).containsEntry("images_data", null);
        assertThat(client.fetch(refetched.text("signed_url")).body()).isEqualTo(Samples.MP4);
        client.call("video", "DELETE", json(List.of(hash(video))), "null");
        assertThat(client.fetch(refetched.text("signed_url")).statusCode()).isEqualTo(404);
    }

    @Test
    void listsTheImagesOfAGroupOnRequest() {
        Map<String, @Nullable Object> group =
                jobs.uploadGroup(false, Samples.png(2, 2), Samples.png(4, 4)).get(0);
        Reply refetched = client.call(
                "datarow",
                "GET",
                quoted(hash(group)),
                "{\"additional_data\": {\"signed_url\": true, \"images_data_fetch_options\":"
                        + " {\"fetch_signed_urls\": true}, \"client_metadata\": true}}");

        assertThat(refetched.object())
                .containsEntry("signed_url", null)
                .containsEntry("is_optimised_image_group", false);
        List<?> images = (List<?>) refetched.object().get("images_data");
        assertThat(images).hasSize(2).allSatisfy(entry -> {
            Map<?, ?> image = (Map<?, ?>) entry;
            assertThat(client.fetch((String) image.get("signed_url")).statusCode())
                    .isEqualTo(200);
        });
        assertThat(images).extracting(image -> ((Map<?, ?>) image).get("width")).hasToString("[2, 4]");
    }

    @Test
    void tellsWhichFieldsOfARowItChanged() {
        String hash = quoted(hash(jobs.upload("images", "IMAGE", "a.png", Samples.png(3, 2))));

        Reply both = client.call("datarow", "POST", hash, "{\"data_title\": \"b\", \"client_metadata\": {}}");
        assertThat(both.object().get("updated_fields")).isEqualTo(List.of("data_title", "client_metadata"));
        assertThat(json(both.object().get("data_row"))).contains("\"data_title\":\"b\"");

        Reply none = client.call("datarow", "POST", hash, "{}");
        assertThat(none.object().get("updated_fields")).isEqualTo(List.of());
    }

    @Test
    void refusesARowThatIsNotThere() {
        assertThat(client.call("datarow", "POST", quoted(UNKNOWN), "{}").token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(client.call(
                                "video",
                                "POST",
                                quoted(jobs.dataset()),
                                "[{\"video_hash\": " + quoted(UNKNOWN) + ", \"title\": \"t\"}]")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void renamesRowsTheOldWay() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        String payload = "[{\"video_hash\": " + quoted(hash(video)) + ", \"title\": \"Sunset\"}]";

        assertThat(client.call("video", "POST", quoted(jobs.dataset()), payload).object())
                .containsExactly(Map.entry("success", true));
        assertThat(row(video)).containsEntry("data_title", "Sunset");
        assertThat(client.call("video", "POST", quoted(UNKNOWN), payload).token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title_eq\": \"film.mp4\" | 1",
                "\"title_like\": \"%.png\" | 1",
                "\"title_like\": \"film\" | 0",
                "\"data_types\": [\"IMAGE\", \"VIDEO\"] | 2",
                "\"data_types\": [] | 0",
                "\"data_hashes\": [] | 0",
                "\"created_before\": \"2000-01-01T00:00:00+00:00\" | 0",
                "\"created_after\": \"2000-01-01T00:00:00\" | 2",
            })
    void filtersRows(String filter, int expected) {
        jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        jobs.upload("images", "IMAGE", "a.png", Samples.png(3, 2));
        String key = filter.substring(0, filter.indexOf(':'));

        assertThat(client.call("datarows", "GET", "null", listing().replaceFirst(key + ": null", filter))
                        .objects())
                .hasSize(expected);
    }

    @Test
    void refusesACallThatLacksWhatItIsAbout() {
        Reply refused = client.call("video", "POST", quoted(jobs.dataset()), "[{\"video_hash\": \"x\"}]");
        assertThat(refused.token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
    }

    @Test
    void linksItemsAccordingToTheirDuplicates() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        String items = "{\"item_uuids\": [" + quoted((String) video.get("backing_item_uuid"))
                + "], \"duplicates_behavior\": \"%s\"}";
        String uid = quoted(jobs.dataset());

        assertThat(client.call("datasetlinkitems", "POST", uid, items.formatted("SKIP"))
                        .objects())
                .isEmpty();
        assertThat(client.call("datasetlinkitems", "POST", uid, items.formatted("DUPLICATE"))
                        .objects())
                .hasSize(1);
        assertThat(client.call("datasetlinkitems", "POST", uid, items.formatted("FAIL"))
                        .token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(client.call("datasetlinkitems", "POST", uid, items.formatted("OFTEN"))
                        .token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(client.call(
                                "datasetlinkitems",
                                "POST",
                                uid,
                                "{\"item_uuids\": [" + quoted(UNKNOWN) + "], \"duplicates_behavior\": \"SKIP\"}")
                        .token())
                .isEqualTo("AUTHORISATION_ERROR");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void skipsDuplicatesForClientsThatDoNotSayWhatToDoWithThem() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        String items = "{\"item_uuids\": [" + quoted((String) video.get("backing_item_uuid")) + "]}";

        assertThat(client.call("datasetlinkitems", "POST", quoted(jobs.dataset()), items)
                        .objects())
                .isEmpty();
    }

    @Test
    void refusesToChangeAFieldToNull() {
        Map<String, @Nullable Object> video = jobs.upload("videos", "VIDEO", "film.mp4", Samples.MP4);
        String hash = quoted((String) video.get("data_hash"));

        for (String field : List.of("data_title", "client_metadata")) {
            assertThat(client.call("datarow", "POST", hash, "{\"" + field + "\": null}")
                            .token())
                    .isEqualTo("INVALID_ARGUMENTS_ERROR");
        }
    }

    @Test
    void keepsTheRoleOfMembersThatAreAddedAgain() {
        String uid = quoted(jobs.dataset());
        client.call("datasetusers", "POST", uid, "{\"user_emails\": [\"b@example.com\"], \"user_role\": 1}");
        Reply again = client.call(
                "datasetusers",
                "POST",
                uid,
                "{\"user_emails\": [\"b@example.com\", \"c@example.com\"], \"user_role\": 0}");

        assertThat(again.objects()).extracting(user -> user.get("user_role")).containsExactly(1L, 0L);
        assertThat(again.objects().get(0).keySet()).isEqualTo(Set.of("user_email", "user_role", "dataset_hash"));
        assertThat(client.call("datasetusers", "POST", uid, "{\"user_emails\": [], \"user_role\": 7}")
                        .token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
    }

    @Test
    void letsOnlyAdminsAddUsers() {
        FakeUser bob = world.newUser("bob@example.com");
        String uid = quoted(jobs.dataset());
        client.call("datasetusers", "POST", uid, "{\"user_emails\": [\"bob@example.com\"], \"user_role\": 1}");
        RpcClient bobs = RpcClient.modern(server, bob, jobs.dataset());

        assertThat(bobs.call("dataset", "GET", "null", "null").status()).isEqualTo(200);
        assertThat(bobs.call("datasetusers", "POST", uid, "{\"user_emails\": [], \"user_role\": 1}")
                        .token())
                .isEqualTo("AUTHORISATION_ERROR");
    }

    private String newDataset() {
        return (String) TestClient.object(http.rest(
                        "POST",
                        "/v2/public/datasets",
                        "{\"title\": \"Films\", \"createBackingFolder\": true, \"legacyCall\": false}",
                        alice))
                .get("datasetUuid");
    }

    private static String listing() {
        return "{\"title_eq\": null, \"title_like\": null, \"created_before\": null, \"created_after\": null,"
                + " \"data_types\": null, \"dataset_access_settings\": {\"fetch_client_metadata\": false},"
                + " \"data_hashes\": null}";
    }

    private List<Map<String, @Nullable Object>> rows() {
        return client.call("datarows", "GET", "null", listing()).objects();
    }

    private Map<String, @Nullable Object> row(Map<String, @Nullable Object> uploaded) {
        return rows().stream()
                .filter(row -> hash(uploaded).equals(row.get("data_hash")))
                .findFirst()
                .orElseThrow();
    }

    private static String hash(Map<String, @Nullable Object> unit) {
        return (String) unit.get("data_hash");
    }
}
