package io.encord4j.fake.internal.rest;

import static io.encord4j.fake.internal.rest.StorageClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.rpc.Invariants;
import io.encord4j.fake.internal.rpc.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upload job takes into a folder, and what it says of units that it does not take. */
class StorageUploadRulesTest {

    private static final String PLACE = "https://bucket.s3.eu-west-2.amazonaws.com/";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private final FakeUser ada = world.newUser("ada@example.com");
    private final StorageClient asAda = new StorageClient(server, ada);
    private final String bucket = "00000000-0000-4000-9000-000000000000";
    private final String box = asAda.folder("box");

    @BeforeEach
    void addTheBucket() {
        world.seed(
                "{\"integrations\": [{\"uuid\": \"" + bucket + "\", \"title\": \"bucket\", \"location\": \"AWS\"}]}");
    }

    @AfterEach
    void close() {
        Invariants.check(Internals.platform(world).observe());
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"imageGroups\": [{\"images\": [{\"url\": \"URL\"}]}]",
                "\"dicomSeries\": [{\"dicomFiles\": [{\"url\": \"URL\"}]}]",
            })
    void whatIsPutTogetherInABucketNeedsATitle(String list) {
        Map<String, Object> state = privateData(list.replace("URL", PLACE + "a.png"), "");

        assertThat(state).containsEntry("status", "ERROR").containsEntry("unitsErrorCount", 1.0);
        assertThat(String.valueOf(state.get("errors"))).contains("title");
    }

    @Test
    void aGroupOfHostedImagesGetsATitle() {
        Map<?, ?> url = asAda.urls(box, "image", 1).get(0);
        asAda.put(url, Samples.png(31, 17));

        Map<String, Object> state = asAda.run(
                box,
                "{\"dataItems\": {\"imageGroups\": [{\"images\": [{\"url\": \"x\", \"placeholderItemUuid\": \""
                        + url.get("itemUuid") + "\"}]}]}}");

        assertThat(state).containsEntry("status", "DONE");
        assertThat(asAda.all("folders/" + box + "/items", 10, "name"))
                .singleElement()
                .isNotEqualTo("");
    }

    @Test
    void aTitleHasAtMost300Characters() {
        String smiles = "😀".repeat(300);

        Map<String, Object> state = privateData(
                "\"images\": [{\"objectUrl\": \"" + PLACE + "a.png\", \"title\": " + json(smiles) + "},"
                        + " {\"objectUrl\": \"" + PLACE + "b.png\", \"title\": " + json(smiles + "x") + "}]",
                ", \"ignoreErrors\": true");

        assertThat(state).containsEntry("status", "DONE").containsEntry("unitsErrorCount", 1.0);
        assertThat(asAda.all("folders/" + box + "/items", 10, "name")).containsExactly(smiles);
        assertThat(String.valueOf(state.get("errors"))).contains("300").hasSizeLessThan(300);
    }

    @Test
    void aLongPathIsATitleToo() {
        Map<String, Object> state =
                privateData("\"images\": [{\"objectUrl\": \"" + PLACE + "x".repeat(400) + "\"}]", "");

        assertThat(state).containsEntry("status", "DONE");
    }

    @Test
    void onlyNewNamesAndMetadataMakeAnItemEdited() {
        privateData("\"images\": [{\"objectUrl\": \"" + PLACE + "a.png\"}]", "");
        String item = asAda.all("folders/" + box + "/items", 10, "uuid").get(0);
        Object before = asAda.get("items/" + item).get("lastEditedAt");
        world.freezeAt(world.clock().instant().plus(Duration.ofMinutes(1)));

        asAda.ok("PATCH", "folders/" + box + "/items/" + item, "{\"description\": \"no item has one\"}");
        assertThat(asAda.get("items/" + item)).containsEntry("lastEditedAt", before);

        asAda.ok("PATCH", "folders/" + box + "/items/" + item, "{\"clientMetadata\": {\"k\": 1}}");
        assertThat(asAda.get("items/" + item).get("lastEditedAt")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders/patch-bulk folderPatches", "items/patch-bulk itemPatches"})
    void atMostAThousandChangesGoInOneCall(String call) {
        String path = call.substring(0, call.indexOf(' '));
        StringBuilder patches = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            patches.append(i == 0 ? "" : ", ")
                    .append("\"%08d-0000-4000-8000-000000000000\": {\"name\": \"n\"}".formatted(i));
        }

        assertThat(asAda.refused(
                        400, "PATCH", path, "{\"" + call.substring(call.indexOf(' ') + 1) + "\": {" + patches + "}}"))
                .contains("1000");
    }

    @Test
    void aGroupFollowsTheNewUrlsOfItsImages() {
        privateData(
                "\"imageGroups\": [{\"title\": \"group\", \"images\": [{\"url\": \"" + PLACE + "a.png\"}, {\"url\": \""
                        + PLACE + "b.png\"}]}]",
                "");
        String group = asAda.all("folders/" + box + "/items", 10, "uuid").get(0);

        asAda.ok("POST", "items/migrate-storage", migration("\"" + PLACE + "a.png\": \"" + PLACE + "new/a.png\""));

        String children = "folders/" + box + "/items/" + group + "/child-items";
        assertThat(asAda.all(children, 10, "url")).containsExactly(PLACE + "new/a.png", PLACE + "b.png");
        Map<String, Object> again = privateData(
                "\"skipDuplicateUrls\": true, \"imageGroups\": [{\"title\": \"again\", \"images\": [{\"url\": \""
                        + PLACE + "new/a.png\"}, {\"url\": \"" + PLACE + "b.png\"}]}]",
                "");
        assertThat((List<?>) Objects.requireNonNull(again.get("itemsWithNames")))
                .isEmpty();
    }

    @Test
    void noItemIsGivenAnEmptyUrl() {
        privateData("\"images\": [{\"objectUrl\": \"" + PLACE + "a.png\"}]", "");

        asAda.refused(400, "POST", "items/migrate-storage", migration("\"" + PLACE + "a.png\": \"\""));

        assertThat(asAda.all("folders/" + box + "/items", 10, "url")).containsExactly(PLACE + "a.png");
    }

    @Test
    void anItemShowsWhatItsBytesTell() throws IOException {
        String sound = asAda.upload(box, "audio", "audio", "sound.wav", media("sound-16.wav"));

        assertThat(asAda.get("items/" + sound))
                .containsEntry("mimeType", "audio/wav")
                .containsEntry("duration", 0.25)
                .containsEntry("audioSampleRate", 8000.0)
                .containsEntry("audioBitDepth", 16.0)
                .containsEntry("audioCodec", "pcm_s16le")
                .containsEntry("audioNumChannels", 2.0);

        Map<?, ?> url = asAda.urls(box, "dicomFile", 1).get(0);
        asAda.put(url, media("explicit.dcm"));
        asAda.run(
                box,
                "{\"dataItems\": {\"dicomSeries\": [{\"title\": \"series\", \"dicomFiles\": [{\"url\": \"x\","
                        + " \"placeholderItemUuid\": \"" + url.get("itemUuid") + "\"}]}]}}");
        String series = asAda.all("folders/" + box + "/items?itemTypes=dicomSeries", 10, "uuid")
                .get(0);
        assertThat(asAda.get("items/" + url.get("itemUuid")))
                .containsEntry("dicomInstanceUid", "1.2.276.0.7230010.3.1")
                .containsEntry("dicomStudyUid", "1.2.276.0.7230010.3.2")
                .containsEntry("dicomSeriesUid", "1.2.276.0.7230010.3.3");
        assertThat(asAda.get("items/" + series))
                .containsEntry("dicomInstanceUid", null)
                .containsEntry("dicomStudyUid", "1.2.276.0.7230010.3.2")
                .containsEntry("dicomSeriesUid", "1.2.276.0.7230010.3.3");
    }

    private static byte[] media(String name) throws IOException {
        try (InputStream in = StorageUploadRulesTest.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String migration(String urls) {
        return "{\"urlsMap\": {" + urls + "}, \"itemsMap\": {}, \"validateAccess\": false, \"skipMissing\": false}";
    }

    private Map<String, Object> privateData(String lists, String rest) {
        return asAda.run(box, "{\"dataItems\": {" + lists + "}, \"integrationHash\": \"" + bucket + "\"" + rest + "}");
    }
}
