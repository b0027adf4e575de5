package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.json;
import static io.encord4j.support.StubService.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.internal.auth.Environment;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncordDatasetClientTest {
    private static final String INTEGRATION = "b3b8acd0-e0c6-5fbd-bb8b-d4a5867a20b0";

    @TempDir
    Path directory;

    private final StubService service = new StubService();
    private final EncordUserClient user = service.withSshKey();
    private final EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);
    private final EncordDatasetClient withKey = service.withApiKey();

    @AfterEach
    void close() {
        user.close();
        withKey.close();
        service.close();
    }

    @Test
    void anApiKeyUploadsAVideoInThreeSteps() throws IOException {
        String record = """
                {"signed_url": "%s", "data_hash": "d", "title": "heron.mp4", "file_link": "l"}
                """.formatted(service.url("/storage/d?sig=1"));
        service.on("signedvideourl/GET", record)
                .on("PUT storage", call -> StubService.status(200))
                .on("video/PUT", "{\"data_hash\": \"d\", \"title\": \"heron.mp4\", \"file_link\": \"l\"}");

        Video video = withKey.uploadVideo(Files.writeString(directory.resolve("heron.mp4"), "bytes"));

        assertThat(video).isEqualTo(new Video("d", "heron.mp4", "l", null));
        assertThat(service.operations()).containsExactly("signedvideourl/GET", "PUT storage", "video/PUT");
    }

    @Test
    void anApiKeyMakesGroupsInTheOrderOfTheFiles() throws IOException {
        service.on("signedimagesurl/GET", call -> {
                    StringBuilder records = new StringBuilder();
                    for (Object name : (List<?>) call.uid()) {
                        records.append(records.isEmpty() ? "" : ",")
                                .append(
                                        "{\"signed_url\":\"%s\",\"data_hash\":\"%s\",\"title\":\"%s\",\"file_link\":\"l\"}"
                                                .formatted(service.url("/storage/" + name), "hash " + name, name));
                    }
                    return StubService.ok("", "[" + records + "]");
                })
                .on("PUT storage", call -> StubService.status(200))
                .on(
                        "image/PUT",
                        call -> StubService.ok(
                                "",
                                "{\"data_hash\": \"%s\", \"title\": \"t\", \"file_link\": \"l\"}"
                                        .formatted(call.uid())))
                .on(
                        "imagegroup/POST",
                        "[{\"data_hash\": \"g1\", \"title\": \"one\"}, {\"data_hash\": \"g2\", \"title\": \"two\"}]");
        List<Path> files = Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> write(i + ".png"))
                .toList();

        List<ImageGroup> groups = withKey.createImageGroup(files);

        assertThat(groups).extracting(ImageGroup::dataHash).containsExactly("g1", "g2");
        assertThat((List<?>) service.calls("imagegroup/POST").get(0).uid())
                .isEqualTo(
                        files.stream().map(file -> "hash " + file.getFileName()).toList());
    }

    @TestFactory
    Stream<DynamicTest> whatAnApiKeyCannotDoIsRefusedBeforeAnythingIsSent() {
        Path file = write("a.png");
        Map<String, Consumer<EncordDatasetClient>> calls = Map.ofEntries(
                Map.entry("single image", c -> c.uploadImage(file)),
                Map.entry("DICOM", c -> c.createDicomSeries(List.of(file), UploadOptions.ofDefaults())),
                Map.entry(
                        "title of a group",
                        c -> c.createImageGroup(
                                List.of(file),
                                UploadOptions.builder().title("t").build())),
                Map.entry(
                        "plain group",
                        c -> c.createImageGroup(
                                List.of(file),
                                UploadOptions.builder().createVideo(false).build())),
                Map.entry(
                        "folder",
                        c -> c.uploadVideo(
                                file,
                                UploadOptions.builder()
                                        .folder(UUID.randomUUID())
                                        .build())),
                Map.entry("job", c -> c.uploadJob("p")),
                Map.entry(
                        "update",
                        c -> c.updateDataRow(
                                "h", DataRowUpdate.builder().title("t").build())),
                Map.entry("rename", c -> c.renameData("h", "t")),
                Map.entry("users", c -> c.addUsers(List.of("a@example.com"), DatasetUserRole.USER)),
                Map.entry("links", c -> c.linkItems(List.of(), DuplicatesBehavior.SKIP)),
                Map.entry("list groups", EncordDatasetClient::listGroups),
                Map.entry("add groups", c -> c.addGroups(List.of(), DatasetUserRole.USER)),
                Map.entry("remove groups", c -> c.removeGroups(List.of())),
                Map.entry("metadata", c -> c.getDataset(true)));
        return calls.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThatExceptionOfType(UnsupportedFeatureException.class)
                            .isThrownBy(() -> entry.getValue().accept(withKey))
                            .withMessageContaining("SSH key");
                    assertThat(service.calls()).isEmpty();
                }));
    }

    @Test
    void privateDataOfAFileCarriesItsNameAndItsNumbersExactly() throws IOException {
        Path file = Files.writeString(directory.resolve("files.json"), """
                {"videos": [{"objectUrl": "https://bucket/a.mp4", "clientMetadata":
                  {"big": 123456789012345678901234567890, "exact": 0.1000, "none": null}}], "nifti": [7]}
                """);
        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}")
                .on("datasetdatalongpolling/GET", job("PENDING"), job("DONE", "/a.mp4"));

        JobResult result = dataset.addPrivateData(INTEGRATION, PrivateFiles.ofFile(file));

        assertThat(result.rows()).extracting(JobResult.AddedRow::title).containsExactly("/a.mp4");
        StubService.Call started = service.calls("datasetdatalongpolling/POST").get(0);
        assertThat(started.payload()).containsEntry("fileName", "files.json");
        assertThat(started.request().getBody().utf8())
                .contains("123456789012345678901234567890", "0.1000", "\"none\":null", "\"nifti\":[7]");
    }

    @Test
    void privateDataThatBreaksARuleIsRefusedUnlessErrorsAreToBeIgnored() {
        PrivateFiles files = PrivateFiles.ofJson("{\"videos\": [{\"objectUrl\": \"has a space\"}]}");
        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> dataset.addPrivateData(INTEGRATION, files))
                .matches(e -> e.entry().equals("videos[0].objectUrl"));
        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> dataset.addPrivateData(INTEGRATION, PrivateFiles.ofJson("{\"videos\": [}")));
        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> dataset.addPrivateData(INTEGRATION, PrivateFiles.ofJson("[]")));
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(
                        () -> dataset.addPrivateData(INTEGRATION, PrivateFiles.ofFile(directory.resolve("no.json"))));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.addPrivateData("no uuid", PrivateFiles.ofJson("{}")));
        assertThat(service.calls()).isEmpty();

        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}").on("datasetdatalongpolling/GET", """
                {"status": "DONE", "data_hashes_with_titles": [], "errors": ["Invalid object URL: ['has a space']"],
                 "data_unit_errors": [{"object_urls": ["has a space"], "error": "Invalid object URL",
                  "subtask_uuid": "057b6582-f45f-5fe6-81bd-f18a3dc2ef4c", "action_description": "Registering data"}],
                 "units_pending_count": 0, "units_done_count": 0, "units_error_count": 1, "units_cancelled_count": 0}
                """);

        JobResult result = dataset.addPrivateData(
                INTEGRATION,
                files,
                PrivateDataOptions.builder().tolerateFailures(true).build());

        assertThat(result.unitErrors()).extracting(UnitError::error).containsExactly("Invalid object URL");
        assertThat(result.failedUnits()).isEqualTo(1);
    }

    @Test
    void withAnApiKeyPrivateDataIsAddedWhenTheCallReturns() {
        service.on("datasetdata/POST", "{\"dataset_data_info\": [{\"data_hash\": \"d\", \"title\": \"/a.mp4\"}]}");

        Operation<JobResult> operation = withKey.startAddingPrivateData(
                INTEGRATION,
                PrivateFiles.builder().video("https://bucket/a.mp4").build(),
                PrivateDataOptions.ofDefaults());

        assertThat(operation.poll()).isInstanceOf(Outcome.Done.class);
        assertThat(operation.await(Duration.ZERO).orThrow().rows()).hasSize(1);
        assertThat(operation.cancel()).isEqualTo(Operation.Cancellation.ALREADY_ENDED);
        assertThat(operation.toCompletableFuture()).isCompleted();
    }

    @Test
    void aReEncodingIsFollowedToItsEndAndResumedByItsId() {
        service.on("reencodevideotask/PUT", "1001")
                .on(
                        "reencodevideotask/GET",
                        "{\"status\": \"SUBMITTED\"}",
                        "{\"status\": \"DONE\", \"result\": [{\"data_hash\": \"d\", \"signed_url\": null, \"bucket_path\": \"b\"}]}");

        Operation<ReEncodeResult> task = withKey.reEncodeData(List.of("d"));

        assertThat(task.id()).isEqualTo("1001");
        assertThat(task.poll()).isEqualTo(new Outcome.Pending<>("1001", "SUBMITTED"));
        ReEncodeResult result =
                withKey.reEncodeTask(task.id()).await(Duration.ofMinutes(1)).orThrow();
        assertThat(result).isEqualTo(new ReEncodeResult.Done("1001", List.of(new ReEncodedVideo("d", null, "b"))));
    }

    @Test
    void aReEncodingThatFailsAndAStateThatIsNotKnownCanBeRead() {
        service.on("reencodevideotask/GET", "{\"status\": \"ERROR\"}", "{\"status\": \"DREAMING\"}");

        assertThat(withKey.reEncodeTask("7").poll()).isInstanceOf(Outcome.Failed.class);
        assertThat(withKey.getReEncodeStatus("7")).isEqualTo(new ReEncodeResult.Submitted("7", "DREAMING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-7", "seven", "7.0", "99999999999999999999"})
    void anIdThatIsNoNumberOfATaskIsRefused(String id) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> withKey.reEncodeTask(id))
                .withMessageContaining("The taskId is " + id + ". It must be a positive number");
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> withKey.getReEncodeStatus(id));
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void aTaskNumberOfZeroIsNoSuccess() {
        service.on("reencodevideotask/PUT", "0");

        assertThatExceptionOfType(EncordException.class).isThrownBy(() -> withKey.reEncodeData(List.of("d")));
    }

    @Test
    void textsUsersLinksAndGroupsAreRead() {
        service.on("imagegroupocr/GET", """
                        [{"processed_texts": {"ocr_texts": [{"text": "stub", "boundingBox": {"x": 0.1, "y": 0.1, "w": 0.5, "h": 0.25}}]}}]
                        """)
                .on("datasetusers/POST", """
                        [{"user_email": "a@example.com", "user_role": 0, "dataset_hash": "d"}]
                        """)
                .on("datasetlinkitems/POST", "[" + row("h", "linked") + "]")
                .on("GET datasets/" + StubService.DATASET + "/groups", """
                        {"results": [{"groupHash": "cb79fcc3-b969-527b-bf49-d7bb1ed6855f", "name": "n", "description": "",
                          "createdAt": "2022-01-05T18:51:05+00:00", "isSameOrganisation": true, "userRole": 7}]}
                        """)
                .on("DELETE datasets/" + StubService.DATASET + "/groups", call -> StubService.status(204))
                .on("POST datasets/" + StubService.DATASET + "/groups", "null");

        assertThat(dataset.runOcr("g").get(0).texts().get(0).boundingBox())
                .isEqualTo(new OcrResult.BoundingBox(0.1, 0.1, 0.5, 0.25));
        assertThat(dataset.addUsers(List.of("a@example.com"), DatasetUserRole.USER))
                .containsExactly(new DatasetUser("a@example.com", DatasetUserRole.ADMIN, "d"));
        assertThat(dataset.linkItems(List.of(UUID.randomUUID()), DuplicatesBehavior.DUPLICATE))
                .extracting(DataRow::title)
                .containsExactly("linked");
        assertThat(dataset.listGroups().get(0).userRole().isKnown()).isFalse();
        dataset.addGroups(List.of(UUID.randomUUID()), DatasetUserRole.ADMIN);
        dataset.removeGroups(List.of(UUID.randomUUID(), UUID.randomUUID()));
    }

    @Test
    void imageGroupsAreDeletedInTheWayOfEachGeneration() {
        service.on("imagegroup/DELETE", "true").on("video/DELETE", "true");

        withKey.deleteImageGroup("g");
        dataset.deleteImageGroup("g");

        assertThat(service.operations()).containsExactly("imagegroup/DELETE", "video/DELETE");
        assertThat(service.calls("video/DELETE").get(0).uid()).isEqualTo(List.of("g"));
    }

    @Test
    void bytesAreDownloadedFromASignedUrl() throws IOException {
        service.on("GET storage", call -> json(200, "the bytes"));
        Path file = directory.resolve("download");

        assertThat(dataset.download(service.url("/storage/x?sig=s3cr3t"), file)).isEqualTo(9);
        assertThat(file).hasContent("the bytes");
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.download(service.url("/storage/x"), directory))
                .matches(e -> e.problem() == InvalidFileException.Problem.NOT_WRITABLE);
        service.on("GET storage", call -> StubService.status(403));
        assertThatThrownBy(() -> dataset.download(service.url("/storage/x?sig=s3cr3t"), file))
                .isInstanceOf(CloudDownloadException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void whatIsNoSignedUrlIsRefusedWithoutBeingShownOrAsked() {
        Path file = directory.resolve("download");
        for (String url : List.of("", "/public?sig=s3cr3t", "ftp://host/x?sig=s3cr3t", "http://h:99999/x?sig=s3cr3t")) {
            assertThatThrownBy(() -> dataset.download(url, file))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("signed URL")
                    .hasMessageNotContaining("s3cr3t")
                    .hasNoCause();
        }
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void ofSeveralVideosTheOneWhoseNameIsRefusedIsReported() throws IOException {
        service.on(
                        "signedvideourl/GET",
                        call -> call.uid().equals("b.mp4")
                                ? StubService.json(
                                        400, "{\"status\": 400, \"response\": [\"FILE_TYPE_NOT_SUPPORTED_ERROR\"]}")
                                : StubService.ok("", """
                                {"data_hash": "d", "title": "%s", "file_link": "l", "signed_url": "%s"}""".formatted(call.uid(), service.url("/storage/x"))))
                .on("PUT storage", call -> StubService.status(200))
                .on("video/PUT", call -> StubService.ok("", """
                        {"data_hash": "d", "title": "t", "file_link": "l"}"""));
        List<Path> files = new ArrayList<>();
        for (String name : List.of("a.mp4", "b.mp4", "c.mp4")) {
            files.add(Files.writeString(directory.resolve(name), name));
        }

        UploadReport<Video> report = withKey.uploadVideos(
                files, UploadOptions.builder().tolerateFailures(true).build());

        assertThat(report.uploaded())
                .extracting(FileOutcome.Uploaded::file)
                .containsExactly(files.get(0), files.get(2));
        assertThat(report.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(FileTypeNotSupportedException.class));
    }

    @Test
    void aJobIsNotAskedToHoldItsAnswerForLongerThanTheClientWaitsForIt() {
        service.on("datasetdatalongpolling/GET", StubService.job("DONE"));
        for (ClientOptions.Builder options : List.of(
                service.options().callTimeout(Duration.ofSeconds(10)),
                service.options().readTimeout(Duration.ofSeconds(10)),
                service.options().httpClient(new OkHttpClient()))) {
            try (EncordUserClient client = EncordUserClient.builder()
                    .sshKey(Vectors.keyText("id_ed25519"))
                    .options(options.build())
                    .build()) {
                client.datasetClient(StubService.DATASET).uploadJob("p").await(Duration.ofMinutes(5));
            }
        }

        assertThat(service.calls("datasetdatalongpolling/GET"))
                .extracting(call -> call.payload().get("timeout_seconds"))
                .containsExactly(5L, 5L, 5L);
    }

    @Test
    void nobodyIsAskedAboutNothing() {
        assertThat(dataset.addUsers(List.of(), DatasetUserRole.USER)).isEmpty();
        assertThat(dataset.linkItems(List.of(), DuplicatesBehavior.SKIP)).isEmpty();
        dataset.addGroups(List.of(), DatasetUserRole.USER);
        dataset.removeGroups(List.of());

        assertThat(service.calls()).isEmpty();
    }

    @Test
    void aTimeThatIsNegativeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> PrivateDataOptions.builder()
                        .timeout(Duration.ofSeconds(-1))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("PT-1S");
    }

    @Test
    void theEnvironmentGivesWhatIsNotPassed() {
        service.on("apikeymeta/GET", "{\"title\": \"k\", \"resource_type\": \"dataset\"}");
        Environment environment =
                new Environment(Map.of("CORD_DATASET_ID", "from-env", "ENCORD_API_KEY", "key-from-env"), directory);

        try (EncordDatasetClient client = EncordDatasetClient.builder()
                .environment(environment)
                .options(service.options().build())
                .build()) {
            assertThat(client.describeApiKey()).isEqualTo(new ApiKeyMeta("k", "dataset"));
        }

        var headers = service.calls().get(0).request().getHeaders();
        assertThat(headers.get("ResourceID")).isEqualTo("from-env");
        assertThat(headers.get("Authorization")).isEqualTo("key-from-env");
    }

    @Test
    void badCredentialsAndIdsAreRefusedWithARemedy() {
        Environment nothing = new Environment(Map.of(), directory);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EncordDatasetClient.builder()
                        .environment(nothing)
                        .apiKey("k")
                        .build())
                .withMessageContaining("ENCORD_DATASET_ID");
        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> EncordDatasetClient.builder()
                        .environment(nothing)
                        .resourceId("d")
                        .build())
                .withMessageContaining("ENCORD_API_KEY");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EncordDatasetClient.builder()
                        .resourceId("  ")
                        .apiKey("k")
                        .build());
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> user.datasetClient("a\nb"));
        Environment both = new Environment(Map.of("ENCORD_PROJECT_ID", "p", "ENCORD_DATASET_ID", "d"), directory);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EncordDatasetClient.builder()
                        .environment(both)
                        .apiKey("k")
                        .build())
                .withMessageContaining("both a dataset and a project");
    }

    @Test
    void anUnreachableServiceIsAConnectionError() {
        try (EncordDatasetClient client = EncordDatasetClient.builder()
                .resourceId("d")
                .apiKey("k")
                .options(ClientOptions.builder()
                        .domain("http://localhost:1")
                        .retryPolicy(RetryPolicy.never())
                        .build())
                .build()) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(client::getDataset)
                    .matches(e -> !e.mayHaveBeenReceived());
        }
    }

    private Path write(String name) {
        try {
            return Files.writeString(directory.resolve(name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
