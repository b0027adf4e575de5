package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.SampleRequests;
import io.encord4j.conformance.contract.SampleRequests.Sample;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.RawClient.Answer;
import io.encord4j.conformance.recording.SshKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What the official client says to the storage and ours has no words for")
final class StorageRequestScenarios extends Scenario {

    private static final String GOLDEN_FOLDER = "f614a670-04aa-53ce-a665-5243f9f05f45";
    private static final String GOLDEN_INTEGRATION = "b3b8acd0-e0c6-5fbd-bb8b-d4a5867a20b0";

    /** The items of the golden vectors: an image, a video and another image. */
    private static final List<String> GOLDEN_ITEMS = List.of(
            "d3207fb8-c0dd-5b75-99e6-71c3e9cad573",
            "a2195898-f550-54f2-b351-9c783fd63de0",
            "e0edfa52-d4c8-519a-b8da-95fc3c644bd2");

    private final SshKey owner = SshKey.generate();
    private RawClient raw;
    private SampleRequests samples;
    private String storageFolder;
    private String integration;

    @BeforeEach
    void aFolder() {
        onlyOnAFake("an integration");
        raw = raw();
        samples = new SampleRequests(verdicts().operations());
        storageFolder = RefusedRest.newFolder(raw, owner);
        integration = json(send("GET", "/v2/public/cloud-integrations", ""))
                .get("result")
                .get(0)
                .get("integrationUuid")
                .asString();
    }

    @Test
    void filesOfABucketComeWithWhatIsKnownOfThem() {
        String image = imagesOfABucket().get(0);

        List<String> names =
                added(samples.ofStorageCall("private_data_start_upload_items"), Map.of(GOLDEN_ITEMS.get(0), image));

        assertThat(names).contains("a", "g", "f", "from items").hasSize(9);
        JsonNode items = json(send(
                        "GET",
                        "/v2/public/storage/folders/" + storageFolder
                                + "/items?isRecursive=False&includeOrgAccess=False&order=name&desc=False&pageSize=100&signUrls=False",
                        ""))
                .get("results");
        assertThat(items)
                .filteredOn(item -> item.get("itemType").asString().equals("audio"))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.get("audioSampleRate").asInt()).isEqualTo(44100));
    }

    @Test
    void aDataGroupShowsItsItemsAsItsLayoutSays() {
        List<String> images = imagesOfABucket();
        Map<String, String> ids = Map.of(
                GOLDEN_ITEMS.get(0),
                images.get(0),
                GOLDEN_ITEMS.get(1),
                images.get(1),
                GOLDEN_ITEMS.get(2),
                images.get(2));

        String group = json(send(samples.ofStorageCall("create_data_group_custom"), ids))
                .get(0)
                .asString();

        JsonNode layout = json(send(
                        "GET",
                        "/v2/public/storage/folders/%s/items/%s/summary?includeGroupLayout=True"
                                .formatted(storageFolder, group),
                        ""))
                .get("groupLayout");
        assertThat(layout.get("layoutContents").get("instructions").get("uuid").asString())
                .isEqualTo(images.get(0));
        assertThat(layout.get("layout").get("direction").asString()).isEqualTo("column");
    }

    private List<String> imagesOfABucket() {
        StringBuilder images = new StringBuilder();
        for (String name : List.of("x", "y", "z")) {
            images.append(images.isEmpty() ? "" : ", ")
                    .append("{\"objectUrl\": \"https://bucket.s3.eu-west-2.amazonaws.com/%s.png\"}".formatted(name));
        }
        Sample start = new Sample(
                "POST",
                "/v2/public/storage/folders/" + storageFolder + "/data-upload-jobs",
                "{\"externalFiles\": {\"images\": [%s]}, \"integrationHash\": \"%s\", \"ignoreErrors\": false, \"fileName\": \"images.json\"}"
                        .formatted(images, integration));
        return values(items(start, Map.of()), "itemUuid");
    }

    private List<String> added(Sample start, Map<String, String> ids) {
        return values(items(start, ids), "name");
    }

    private JsonNode items(Sample start, Map<String, String> ids) {
        String job = json(send(start, ids)).asString();
        JsonNode ended = json(send(
                "GET",
                "/v2/public/storage/folders/%s/data-upload-jobs/%s?timeoutSeconds=60".formatted(storageFolder, job),
                ""));
        assertThat(ended.get("status").asString()).as("%s", ended).isEqualTo("DONE");
        return ended.get("itemsWithNames");
    }

    private static List<String> values(JsonNode items, String field) {
        List<String> values = new ArrayList<>();
        items.forEach(item -> values.add(item.get(field).asString()));
        return values;
    }

    private Answer send(Sample sample, Map<String, String> ids) {
        String body = sample.body();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            body = body.replace(id.getKey(), id.getValue());
        }
        return send(
                sample.method(),
                sample.target().replace(GOLDEN_FOLDER, storageFolder),
                body.replace(GOLDEN_INTEGRATION, integration));
    }

    private Answer send(String method, String target, String body) {
        Answer answer = raw.rest(owner, method, target, body, true);
        assertThat(answer.status())
                .as("%s %s: %s", method, target, answer.body())
                .isEqualTo(200);
        return answer;
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
