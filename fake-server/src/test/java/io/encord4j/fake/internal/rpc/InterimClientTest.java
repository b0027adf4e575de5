package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.json;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients between the two generations: what they send that neither the first nor the last one does. */
class InterimClientTest {

    private static final String ROWS = "{\"title_eq\": null, \"title_like\": null, \"created_before\": null,"
            + " \"created_after\": null, \"data_types\": null, \"dataset_access_settings\":"
            + " {\"fetch_client_metadata\": false}, \"data_hashes\": null}";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeUser alice = server.defaultWorld().newUser("alice@example.com");
    private final RpcClient user = RpcClient.user(server, alice);
    private final String dataset = user.call("dataset", "POST", "null", "{\"title\": \"Films\", \"type\": 0}")
            .text("dataset_hash");
    private final RpcClient client = RpcClient.modern(server, alice, dataset);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void registersTheImagesOfAGroupTogether() {
        List<Map<String, @Nullable Object>> images = sent("signedimagesurl", Samples.png(2, 2), Samples.png(2, 2));

        Reply registered = client.call("images", "PUT", "null", json(images));

        assertThat(registered.response()).isEqualTo(Map.of("success", true));
        assertThat(rows()).isEmpty();
        Reply groups = client.call(
                "imagegroup",
                "POST",
                json(hashes(images)),
                "{\"image_group_title\": \"Two\", \"create_video\": false}");
        assertThat(groups.objects())
                .singleElement()
                .satisfies(group -> assertThat(group).containsEntry("title", "Two"));
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("data_type", "IMG_GROUP")
                        .containsEntry("is_optimised_image_group", false));
    }

    @Test
    void registersNoImageWhenOneOfThemWasNotSent() {
        List<Map<String, @Nullable Object>> images = sent("signedimagesurl", Samples.png(2, 2));
        images.addAll(
                client.call("signedimagesurl", "GET", "[\"never.png\"]", "null").objects());

        assertThat(client.call("images", "PUT", "null", json(images)).token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(client.call("imagegroup", "POST", json(hashes(images).subList(0, 1)), "{}")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void makesARowOfASingleImage() {
        Map<String, @Nullable Object> image =
                sent("signedimagesurl", Samples.png(3, 5)).get(0);

        assertThat(client.call("singleimage", "POST", "null", json(image)).response())
                .isEqualTo(Map.of("success", true));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("data_type", "IMAGE")
                        .containsEntry("data_hash", image.get("data_hash"))
                        .containsEntry("data_title", "0")
                        .containsEntry("width", 3L)
                        .containsEntry("height", 5L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Scan\"", "null"})
    void makesADicomSeriesInTheOrderOfTheFiles(String title) {
        List<Map<String, @Nullable Object>> files = sent("signeddicomsurl", dicom(1), dicom(2));

        Reply series = client.call("dicomseries", "POST", slices(files), "{\"title\": " + title + "}");

        assertThat(series.object()).containsOnlyKeys("data_hash", "title");
        assertThat(series.text("title")).matches(title.equals("null") ? ".+" : "Scan");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("data_type", "DICOM")
                        .containsEntry("data_hash", series.text("data_hash"))
                        .containsEntry("file_link", null));
        client.call("video", "DELETE", json(List.of(series.text("data_hash"))), "null");
        assertThat(Internals.state(server.defaultWorld()).files().objects()).isEmpty();
    }

    @Test
    void refusesADicomSeriesThatCannotBe() {
        List<Map<String, @Nullable Object>> files = sent("signeddicomsurl", dicom(1));
        List<Map<String, @Nullable Object>> twice = List.of(files.get(0), files.get(0));
        List<Map<String, @Nullable Object>> wrong = sent("signeddicomsurl", Samples.png(2, 2));

        assertThat(series("[]")).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(series(slices(twice))).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(series("[{\"uri\": \"u\"}]")).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(series("[{\"id\": \"nobody\"}]")).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(series(slices(wrong))).isEqualTo("FILE_TYPE_NOT_SUPPORTED_ERROR");
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"images, PUT", "singleimage, POST", "signeddicomsurl, GET", "dicomseries, POST"})
    void demandsTheScopeToWrite(String type, String method) {
        Reply key = user.call(
                "datasetapikey",
                "POST",
                "null",
                "{\"dataset_hash\": " + quoted(dataset) + ", \"title\": \"\", \"scopes\": [\"dataset.read\"]}");
        RpcClient reader = RpcClient.key(server, key.text("api_key"), dataset);

        assertThat(reader.call(type, method, "null", "null").token()).isEqualTo("OPERATION_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"images, PUT", "singleimage, POST", "signeddicomsurl, GET", "dicomseries, POST"})
    void isRefusedOnTheUserEndpointAndWithOtherMethods(String type, String method) {
        assertThat(user.call(type, method, "null", "null").token()).isEqualTo("METHOD_NOT_ALLOWED_ERROR");
        assertThat(client.call(type, "DELETE", "null", "null").token()).isEqualTo("METHOD_NOT_ALLOWED_ERROR");
    }

    @Test
    void refusesUploadsToACloudDataset() {
        String cloud = user.call("dataset", "POST", "null", "{\"title\": \"Cloud\", \"type\": 1}")
                .text("dataset_hash");
        assertThat(RpcClient.modern(server, alice, cloud)
                        .call("signeddicomsurl", "GET", "[\"a.dcm\"]", "null")
                        .token())
                .isEqualTo("UPLOAD_OPERATION_NOT_SUPPORTED_ERROR");
    }

    @Test
    void namesTheCallsInTheJournal() {
        client.call("images", "PUT", "null", "[]");
        assertThat(server.defaultWorld().journal().entries("registerImages")).hasSize(1);
    }

    private List<Map<String, @Nullable Object>> sent(String type, byte[]... files) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            Map<String, @Nullable Object> signed = client.call(type, "GET", "[\"" + i + "\"]", "null")
                    .objects()
                    .get(0);
            assertThat(client.put((String) Objects.requireNonNull(signed.get("signed_url")), files[i]))
                    .isEqualTo(200);
            records.add(signed);
        }
        return records;
    }

    private String series(String files) {
        return client.call("dicomseries", "POST", files, "{\"title\": \"Scan\"}")
                .token();
    }

    private static String slices(List<Map<String, @Nullable Object>> records) {
        return json(records.stream()
                .map(signed -> Map.of(
                        "id", Objects.requireNonNull(signed.get("data_hash")),
                        "uri", Objects.requireNonNull(signed.get("signed_url")),
                        "title", Objects.requireNonNull(signed.get("title"))))
                .toList());
    }

    private static List<String> hashes(List<Map<String, @Nullable Object>> records) {
        return records.stream()
                .map(signed -> (String) Objects.requireNonNull(signed.get("data_hash")))
                .toList();
    }

    private List<Map<String, @Nullable Object>> rows() {
        return client.call("datarows", "GET", "null", ROWS).objects();
    }

    private static byte[] dicom(int fill) {
        byte[] bytes = new byte[200];
        Arrays.fill(bytes, 132, 200, (byte) fill);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
        return bytes;
    }
}
