package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.json;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the releases of the official client send, and what they understand")
class EveryReleaseTest {

    private static final String SDK = "encord-sdk-python/0.1.110 python/3.9";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final RpcClient user = RpcClient.user(server, alice);
    private final String dataset = user.call("dataset", "POST", "null", "{\"title\": \"Films\", \"type\": 0}")
            .text("dataset_hash");
    private final JobClient jobs = new JobClient(server, alice, dataset);
    private final RpcClient client = jobs.client();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 0.1.138 and 139, 0.1.141, 0.1.142 to 0.1.153
                "\"imageGroups\": [], \"dicomSeries\": [], \"images\": [], \"imageGroupsFromItems\": [], \"audio\": [],"
                        + " \"skipDuplicateUrls\": false",
                "\"imageGroups\": [], \"dicomSeries\": [], \"images\": [], \"imageGroupsFromItems\": [], \"audio\": [],"
                        + " \"nifti\": [], \"skipDuplicateUrls\": false",
                "\"imageGroups\": [], \"dicomSeries\": [], \"images\": [], \"imageGroupsFromItems\": [], \"audio\": [],"
                        + " \"nifti\": [], \"skipDuplicateUrls\": false, \"upsertMetadata\": false",
                "\"audio\": []",
            })
    void startsAJobWithSomeOfTheKeysOfItsItems(String others) throws IOException {
        String key = jobs.send("video", media("noftyp_wide.mov"));

        Reply started = jobs.start("{\"dataItems\": {\"videos\": [{\"objectUrl\": " + quoted(key)
                + ", \"title\": \"film.mov\", \"clientMetadata\": {}, \"externalFileType\": \"VIDEO\"}], " + others
                + "}, \"ignoreErrors\": false}");

        Reply state = jobs.poll(started.text("process_hash"));
        assertThat(state.object()).containsEntry("status", "DONE");
        assertThat(JobClient.units(state)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 0.1.70 to 0.1.97
                "{\"title_eq\": null, \"title_like\": null, \"created_before\": null, \"created_after\": null,"
                        + " \"data_types\": null, \"dataset_access_settings\": {\"fetch_client_metadata\": false}}",
                "{\"title_eq\": \"a.png\", \"dataset_access_settings\": {}}",
                "{}"
            })
    void listsRowsWithoutTheFiltersThatAreNotSent(String payload) {
        jobs.upload("images", "IMAGE", "a.png", Samples.png(2, 3));

        assertThat(client.call("datarows", "GET", "null", payload).objects())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("data_title", "a.png"));
    }

    @Test
    void readsADatasetWithAnEmptyPayload() {
        jobs.upload("images", "IMAGE", "a.png", Samples.png(2, 3));

        assertThat(client.call("dataset", "GET", "null", "{}").object())
                .containsEntry("title", "Films")
                .containsKey("data_rows");
    }

    @Test
    void readsARowWithoutOptionsForItsImages() {
        String row = (String) Objects.requireNonNull(
                jobs.uploadGroup(false, Samples.png(2, 3)).get(0).get("data_hash"));

        Reply reply = client.call(
                "datarow",
                "GET",
                quoted(row),
                "{\"additional_data\": {\"signed_url\": false, \"client_metadata\": false}}");

        assertThat(reply.object()).containsEntry("data_hash", row).containsEntry("images_data", null);
        assertThat(client.call("datarow", "GET", quoted(row), "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer-token", "bearer_token"})
    void givesABearerTokenAtEitherPath(String path) {
        assertThat(new TestClient(server).get("/v2/public/user/" + path, alice).body())
                .contains(alice.bearerToken());
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceType: dataset, python-requests/2.27, INVALID_ARGUMENTS_ERROR",
        "X-Nothing: dataset, encord-sdk-python/0.1.110 python/3.9, INVALID_ARGUMENTS_ERROR",
        "X-Nothing: dataset, python-requests/2.27, UNKNOWN_ERROR"
    })
    void hidesNewTokensOnlyFromClientsOf2022(String header, String userAgent, String token) {
        String[] nameAndValue = header.split(": ", 2);
        RpcClient caller = RpcClient.key(server, masterKey(), dataset)
                .header(nameAndValue[0], nameAndValue[1])
                .header("User-Agent", userAgent);

        Reply refused = caller.call("imagegroup", "POST", "[]", "{}");

        assertThat(refused.token()).isEqualTo(token);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.httpStatus()).isEqualTo(400);
    }

    @Test
    void addsUsersByAnApiKeyThatMayWrite() {
        String payload = "{\"user_emails\": [\"bob@example.com\"], \"user_role\": 1}";

        Reply added = key("dataset.write").call("datasetusers", "POST", quoted(dataset), payload);
        Reply refused = key("dataset.read").call("datasetusers", "POST", quoted(dataset), payload);

        assertThat(added.objects())
                .singleElement()
                .satisfies(member -> assertThat(member).containsEntry("user_email", "bob@example.com"));
        assertThat(refused.token()).isEqualTo("OPERATION_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ordersTheImagesOfAGroupAsChosen(boolean reversed) {
        world.changeChoices(
                choices -> choices.toBuilder().reversesImageGroups(reversed).build());
        RpcClient old = RpcClient.key(server, masterKey(), dataset);
        List<Map<String, @Nullable Object>> images = old.call(
                        "signedimagesurl", "GET", "[\"1.png\", \"2.png\"]", "null")
                .objects();
        for (Map<String, @Nullable Object> image : images) {
            old.put((String) Objects.requireNonNull(image.get("signed_url")), Samples.png(2, 2));
            old.call("image", "PUT", json(image.get("data_hash")), json(image));
        }
        String hashes =
                json(images.stream().map(image -> image.get("data_hash")).toList());

        String group = (String) Objects.requireNonNull(
                old.call("imagegroup", "POST", hashes, "{}").objects().get(0).get("data_hash"));

        List<?> shown = (List<?>) Objects.requireNonNull(client.call(
                        "datarow", "GET", quoted(group), "{\"additional_data\": {\"images_data_fetch_options\": {}}}")
                .object()
                .get("images_data"));
        assertThat(shown)
                .extracting(image -> ((Map<?, ?>) image).get("title"))
                .isEqualTo(reversed ? List.of("2.png", "1.png") : List.of("1.png", "2.png"));
    }

    @Test
    void namesAnUnknownOperationInTheJournal() {
        client.call("labelrow", "GET", "null", "null");
        client.send("no JSON");
        new TestClient(server).get("/v2/public/projects", alice);
        client.call("a\\nb\\\"c", "GET", "null", "null");

        assertThat(world.journal().entries())
                .extracting(JournalEntry::operation)
                .endsWith("labelrow/GET", "/public", "/v2/public/projects", "a?b?c/GET");
        assertThat(new TestClient(server).anonymous("GET", "/_fake/metrics").body())
                .contains("{operation=\"unknown\",status=\"405\"} 2")
                .doesNotContain("labelrow");
    }

    @Test
    void showsTheSizeOfEveryTiffAndSplitsSequencesBySize() throws IOException {
        assertThat(jobs.uploadGroup(true, media("tiff-64x48.tiff"), media("tiff-32x20.tiff"), media("tiff-64x48.tiff")))
                .hasSize(2);
        List<Map<String, @Nullable Object>> rows =
                client.call("datarows", "GET", "null", "{}").objects();
        assertThat(rows)
                .extracting(row -> row.get("width") + " x " + row.get("height"))
                .containsExactly("64 x 48", "32 x 20");
        Reply row = client.call(
                "datarow",
                "GET",
                json(rows.get(1).get("data_hash")),
                "{\"additional_data\": {\"images_data_fetch_options\": {}}}");
        assertThat((List<?>) Objects.requireNonNull(row.object().get("images_data")))
                .singleElement()
                .satisfies(image -> assertThat((Map<?, ?>) image)
                        .extracting("width", "height", "file_type")
                        .containsExactly(32L, 20L, "image/tiff"));
    }

    @Test
    void doesNotMakeUpWhatItDoesNotKnowOfAnImage() {
        String bucket = user.call("dataset", "POST", "null", "{\"title\": \"Bucket\", \"type\": 1}")
                .text("dataset_hash");
        RpcClient inBucket = RpcClient.modern(server, alice, bucket);
        String integration = (String) Objects.requireNonNull(inBucket.call("cloudintegration", "GET", "null", "null")
                .objects()
                .get(0)
                .get("id"));
        Reply added = inBucket.call(
                "datasetdata",
                "POST",
                quoted(bucket),
                "{\"files\": {\"image_groups\": [{\"title\": \"g\", \"objectUrl_0\": \"https://b.example/0.png\"}]},"
                        + " \"integration_id\": " + quoted(integration) + ", \"ignore_errors\": false}");
        Map<?, ?> group =
                (Map<?, ?>) ((List<?>) Objects.requireNonNull(added.object().get("dataset_data_info"))).get(0);

        Reply row = inBucket.call(
                "datarow",
                "GET",
                json(group.get("data_hash")),
                "{\"additional_data\": {\"images_data_fetch_options\": {}}}");

        assertThat((List<?>) Objects.requireNonNull(row.object().get("images_data")))
                .singleElement()
                .satisfies(image -> assertThat((Map<?, ?>) image)
                        .extracting("width", "height", "file_size", "file_type")
                        .containsOnlyNulls());
    }

    @Test
    void takesAnAvifForAnImage() throws IOException {
        jobs.upload("images", "IMAGE", "a.avif", media("avif.avif"));

        assertThat(client.call("datarows", "GET", "null", "{}").objects())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("file_type", "image/avif")
                        .containsEntry("width", 321L)
                        .containsEntry("height", 123L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fragmented-first-in-moov.mp4", "fragmented-every-10.mp4", "fragmented.mov"})
    void showsTheWholeLengthOfAFragmentedFilm(String film) throws IOException {
        jobs.upload("videos", "VIDEO", film, media(film));

        assertThat(client.call("datarows", "GET", "null", "{}").objects())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .extracting("width", "height", "duration", "frames_per_second")
                        .asString()
                        .matches("\\[320, 180, 2(\\.0)?, 25(\\.0)?]"));
    }

    private String masterKey() {
        return user.call("datasetapikey", "PUT", "null", "{\"dataset_hash\": " + quoted(dataset) + "}")
                .text("api_key");
    }

    private RpcClient key(String scope) {
        String key = user.call(
                        "datasetapikey",
                        "POST",
                        "null",
                        "{\"dataset_hash\": " + quoted(dataset) + ", \"title\": \"k\", \"scopes\": [" + quoted(scope)
                                + "]}")
                .text("api_key");
        return RpcClient.key(server, key, dataset).header("User-Agent", SDK);
    }

    private static byte[] media(String name) throws IOException {
        try (InputStream in = EveryReleaseTest.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
