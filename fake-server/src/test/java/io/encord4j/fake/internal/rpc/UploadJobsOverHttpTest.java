package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.JobClient.dataItems;
import static io.encord4j.fake.internal.rpc.JobClient.units;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upload jobs: what they take, what they refuse, and how long they are waited for. */
@Timeout(60)
class UploadJobsOverHttpTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final RpcClient user = RpcClient.user(server, alice);
    private final String integration = (String) user.call("cloudintegration", "GET", "null", "null")
            .objects()
            .get(0)
            .get("id");
    private final JobClient jobs = new JobClient(server, alice, newDataset(true));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void countsTheUnitsOfAJob() {
        Reply state = jobs.poll(
                jobs.start(privateData("[{\"objectUrl\": \"https://b/one.mp4\"}, {\"objectUrl\": \"a b\"}]", true))
                        .text("process_hash"));

        assertThat(state.object())
                .containsEntry("status", "DONE")
                .containsEntry("units_pending_count", 0L)
                .containsEntry("units_done_count", 1L)
                .containsEntry("units_error_count", 1L)
                .containsEntry("units_cancelled_count", 0L);
        assertThat((List<?>) state.object().get("errors")).hasSize(1);
        assertThat((List<?>) state.object().get("data_unit_errors"))
                .singleElement()
                .satisfies(error -> {
                    Map<?, ?> entry = (Map<?, ?>) error;
                    assertThat(entry.get("object_urls")).isEqualTo(List.of("a b"));
                    assertThat(entry.keySet()).hasToString("[object_urls, error, subtask_uuid, action_description]");
                });
        assertThat(units(state))
                .singleElement()
                .satisfies(unit -> assertThat(unit).containsKeys("data_hash", "title", "backing_item_uuid"));
    }

    @Test
    void addsNothingWhenAUnitFailsAndErrorsAreNotIgnored() {
        String process = jobs.start(
                        privateData("[{\"objectUrl\": \"https://b/one.mp4\"}, {\"objectUrl\": \"a b\"}]", false))
                .text("process_hash");

        assertThat(jobs.poll(process).object()).containsEntry("status", "ERROR");
        assertThat(jobs.poll(process, 0).object()).containsEntry("status", "ERROR");
        assertThat((List<?>) jobs.client()
                        .call("dataset", "GET", "null", "null")
                        .object()
                        .get("data_rows"))
                .isEmpty();
    }

    @Test
    void failsAJobWhoseBytesWereNeverSent() {
        Reply state = jobs.poll(jobs.start(dataItems("videos", video("cord-data/nobody/sent-this")))
                .text("process_hash"));
        assertThat(state.object()).containsEntry("status", "ERROR");
    }

    @Test
    void splitsASequenceBySizeButNoPlainGroup() {
        byte[][] images = {Samples.png(2, 2), Samples.png(4, 4), Samples.png(2, 2)};
        assertThat(jobs.uploadGroup(true, images)).hasSize(2);
        assertThat(jobs.uploadGroup(false, images)).hasSize(1);
    }

    @Test
    void holdsThePollUntilTheTimeOfTheWorldHasEndedTheJob() throws Exception {
        world.freezeAt(Instant.parse("2026-01-01T00:00:00Z"));
        plan(new Completion.After(Duration.ofHours(1)));
        String process = jobs.start(privateData("[{\"objectUrl\": \"https://b/one.mp4\"}]", false))
                .text("process_hash");
        assertThat(jobs.poll(process, 0).object())
                .containsEntry("status", "PENDING")
                .containsEntry("units_pending_count", 1L);

        CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> jobs.poll(process, 7200));
        Internals.platform(world)
                .whenTrue(
                        state -> polls(state, process) == 2,
                        world.clock().instant().plusSeconds(1))
                .get(20, TimeUnit.SECONDS);
        assertThat(held).isNotDone();
        world.advance(Duration.ofHours(1));

        assertThat(held.get(20, TimeUnit.SECONDS).object()).containsEntry("status", "DONE");
    }

    @Test
    void answersPendingWhenTheTimeOfThePollIsUp() {
        plan(new Completion.ByHand());
        String process = jobs.start(privateData("[{\"objectUrl\": \"https://b/one.mp4\"}]", false))
                .text("process_hash");
        assertThat(jobs.poll(process, 1).object()).containsEntry("status", "PENDING");
        assertThat(jobs.poll(process, -1).object()).containsEntry("status", "PENDING");
    }

    @Test
    void tellsThatAJobWasCancelled() {
        plan(new Completion.ByHand());
        String process = jobs.start(privateData("[{\"objectUrl\": \"https://b/one.mp4\"}]", false))
                .text("process_hash");
        world.cancelJob(process);

        assertThat(jobs.poll(process).object())
                .containsEntry("status", "CANCELLED")
                .containsEntry("units_cancelled_count", 1L);
    }

    @Test
    void refusesUnknownJobsAndThoseOfOtherDatasets() {
        String process = jobs.start(privateData("[]", false)).text("process_hash");
        JobClient elsewhere = new JobClient(server, alice, newDataset(true));

        assertThat(jobs.poll(UNKNOWN).token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(elsewhere.poll(process).token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(jobs.client()
                        .call(
                                "datasetdatalongpolling",
                                "GET",
                                quoted(elsewhere.dataset()),
                                "{\"process_hash\": " + quoted(process) + ", \"timeout_seconds\": 0}")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void refusesWhatDoesNotSayWhereTheFilesComeFrom() {
        assertThat(jobs.start("{\"ignoreErrors\": false}").token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(jobs.start("{\"files\": {}, \"ignoreErrors\": false}").token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(jobs.start("{\"files\": {}, \"integrationId\": " + quoted(UNKNOWN) + ", \"ignoreErrors\": false}")
                        .token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(jobs.start(privateData("7", false)).token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
    }

    @Test
    void demandsAFolderExactlyWhenTheDatasetHasNone() {
        JobClient folderless = new JobClient(server, alice, newDataset(false));
        String items = dataItems("videos", video(jobs.send("video", Samples.MP4)));
        String folder = world.newFolder(alice, "Somewhere").toString();
        String withFolder =
                items.replace("\"ignoreErrors\"", "\"folderUuid\": " + quoted(folder) + ", \"ignoreErrors\"");
        String withUnknownFolder = withFolder.replace(folder, UNKNOWN);

        assertThat(folderless.start(items).token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(jobs.start(withFolder).token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(folderless.start(withUnknownFolder).token()).isEqualTo("AUTHORISATION_ERROR");
        assertThat(folderless.start(withFolder).status()).isEqualTo(200);
    }

    @Test
    void refusesUploadsToACloudDataset() {
        String cloud = user.call(
                        "dataset",
                        "POST",
                        "null",
                        "{\"title\": \"Cloud\", \"type\": 1, \"create_backing_folder\": true}")
                .text("dataset_hash");
        JobClient cloudJobs = new JobClient(server, alice, cloud);
        assertThat(cloudJobs.start(dataItems("videos", video("k"))).token())
                .isEqualTo("UPLOAD_OPERATION_NOT_SUPPORTED_ERROR");
    }

    @Test
    void refusesUnknownKindsOfPrivateFilesOnlyIfTheWorldSaysSo() {
        String payload = "{\"files\": {\"holograms\": []}, \"integrationId\": " + quoted(integration)
                + ", \"ignoreErrors\": false}";
        assertThat(jobs.start(payload).status()).isEqualTo(200);
        assertThat(world.journal().entries("startUploadJob").get(0).message())
                .isEqualTo("Ignored 'holograms' of private files; they can have videos, images, image_groups,"
                        + " dicom_series, audio, nifti, text, pdf, pdfs.");

        world.changeChoices(
                choices -> choices.toBuilder().refusesUnknownPrivateKinds(true).build());
        assertThat(jobs.start(payload).token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
    }

    @Test
    void understandsTheKeysOfClientsOf2023() {
        Reply started =
                jobs.start("{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/one.mp4\"}]}, \"integration_id\": "
                        + quoted(integration) + ", \"ignore_errors\": false}");
        assertThat(units(jobs.poll(started.text("process_hash")))).hasSize(1);
    }

    @Test
    void makesGroupsOfImagesThatAreThereAlready() {
        List<String> items = new ArrayList<>();
        for (int width : new int[] {2, 4, 2}) {
            items.add((String) jobs.upload("images", "IMAGE", "i.png", Samples.png(width, 2))
                    .get("backing_item_uuid"));
        }

        Reply split = jobs.poll(groupOfItems(items, true));
        Reply whole = jobs.poll(groupOfItems(items, false));

        assertThat(units(split)).hasSize(2);
        assertThat(units(whole))
                .singleElement()
                .satisfies(unit -> assertThat(unit).containsEntry("title", "Three"));
        assertThat(jobs.poll(groupOfItems(List.of(UNKNOWN), false)).object()).containsEntry("status", "ERROR");
    }

    @Test
    void takesNoItemsOfDatasetsThatTheCallerCannotOpen() {
        FakeUser bob = world.newUser("bob@example.com");
        String foreign = (String)
                jobs.upload("images", "IMAGE", "i.png", Samples.png(2, 2)).get("backing_item_uuid");
        String his = (String) TestClient.object(new TestClient(server)
                        .rest(
                                "POST",
                                "/v2/public/datasets",
                                "{\"title\": \"His\", \"createBackingFolder\": true, \"legacyCall\": false}",
                                bob))
                .get("datasetUuid");
        JobClient bobs = new JobClient(server, bob, his);

        assertThat(bobs.poll(bobs.start(itemGroup(List.of(foreign), false)).text("process_hash"))
                        .object())
                .containsEntry("status", "ERROR");
    }

    private String groupOfItems(List<String> items, boolean video) {
        return jobs.start(itemGroup(items, video)).text("process_hash");
    }

    private static String itemGroup(List<String> items, boolean video) {
        return dataItems(
                "imageGroupsFromItems",
                "{\"imageItems\": " + RpcClient.json(items) + ", \"title\": \"Three\", \"clientMetadata\": {},"
                        + " \"createVideo\": " + video + ", \"clusterByResolution\": " + video + "}");
    }

    private static int polls(PlatformState state, String process) {
        return Objects.requireNonNull(state.work().jobs().get(process)).polls();
    }

    private void plan(Completion completion) {
        world.setUploads(new UploadPlan(completion, Map.of()));
    }

    private String privateData(String videos, boolean ignoreErrors) {
        return "{\"files\": {\"videos\": " + videos + "}, \"integrationId\": " + quoted(integration)
                + ", \"ignoreErrors\": " + ignoreErrors + "}";
    }

    private static String video(String key) {
        return "{\"objectUrl\": " + quoted(key)
                + ", \"title\": \"t\", \"clientMetadata\": {}, \"externalFileType\": \"VIDEO\"}";
    }

    private String newDataset(boolean mirror) {
        return (String) TestClient.object(new TestClient(server)
                        .rest(
                                "POST",
                                "/v2/public/datasets",
                                "{\"title\": \"Films\", \"createBackingFolder\": " + mirror
                                        + ", \"legacyCall\": false}",
                                alice))
                .get("datasetUuid");
    }
}
