package io.encord4j;

import static io.encord4j.support.StubService.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The jobs by which the service takes in what was sent. */
class UploadJobTest extends UploadFixture {
    @Test
    void aStatusThatNobodyKnowsEndsTheWaitUnlessUnitsArePending() {
        String pending = job("FROZEN").replace("\"units_pending_count\": 0", "\"units_pending_count\": 1");
        service.on("datasetdatalongpolling/GET", pending, job("FROZEN"));

        assertThat(dataset.uploadJob("p").poll()).isInstanceOf(Outcome.Pending.class);
        assertThatExceptionOfType(OperationStateException.class)
                .isThrownBy(() ->
                        dataset.uploadJob("p").await(Duration.ofMinutes(1)).orThrow())
                .withMessageContaining("FROZEN")
                .withMessageContaining("look before you repeat");
    }

    @Test
    void filesOfOneNameGoIntoDifferentJobsSoThatTheirRowsCanBeToldApart() throws IOException {
        Path one = file("a/same.mp4", "1");
        Path two = file("b/same.mp4", "2");

        UploadReport<Video> report = dataset.uploadVideos(List.of(one, two), UploadOptions.ofDefaults());

        assertThat(report.created()).hasSize(2);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void anUnitThatTheServiceRefusesIsReportedWithItsError() throws IOException {
        service.on("datasetdatalongpolling/GET", """
                {"status": "DONE", "data_hashes_with_titles": [], "errors": ["bad"], "data_unit_errors": [
                  {"object_urls": ["key-1-0"], "error": "Not an image", "subtask_uuid": "057b6582-f45f-5fe6-81bd-f18a3dc2ef4c",
                   "action_description": "Registering data"}],
                 "units_pending_count": 0, "units_done_count": 0, "units_error_count": 1, "units_cancelled_count": 0}
                """);

        UploadReport<Image> report = dataset.uploadImages(
                files(1), UploadOptions.builder().tolerateFailures(true).build());

        assertThat(report.failed().get(0).cause())
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Not an image");
    }

    @Test
    void aJobThatFailsOrIsCancelledOrTakesTooLongIsATypedError() throws IOException {
        Path file = file("heron.mp4", "bytes");
        service.on("datasetdatalongpolling/GET", job("ERROR").replace("\"errors\": []", "\"errors\": [\"bad codec\"]"));
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> dataset.uploadVideo(file))
                .withMessageContaining("bad codec")
                .matches(e -> e.operationId().equals("p"));

        service.on("datasetdatalongpolling/GET", job("CANCELLED"));
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> dataset.uploadVideo(file))
                .matches(OperationCancelledException::byService);

        service.on("datasetdatalongpolling/GET", job("PENDING"));
        assertThatExceptionOfType(OperationTimeoutException.class)
                .isThrownBy(() -> dataset.uploadVideo(
                        file, UploadOptions.builder().timeout(Duration.ZERO).build()));
    }

    @Test
    void aJobThatFailsBlamesTheFileThatTheServiceNamesAndLeavesTheOthersOpen() throws IOException {
        service.on("datasetdatalongpolling/GET", job("ERROR").replace("\"data_unit_errors\": []", """
                "data_unit_errors": [{"object_urls": ["key-1-1"], "error": "Not an image",
                  "subtask_uuid": "057b6582-f45f-5fe6-81bd-f18a3dc2ef4c", "action_description": "Registering data"}]"""));
        List<Path> files = files(3);

        UploadReport<?> report = failedReport(() -> dataset.uploadImages(files, UploadOptions.ofDefaults()));

        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.file()).isEqualTo(files.get(1));
            assertThat(failed.cause())
                    .isInstanceOfSatisfying(
                            OperationFailedException.class,
                            e -> assertThat(e.operationId()).isEqualTo("p"))
                    .hasMessageContaining("Not an image");
        });
        assertThat(report.notStarted())
                .extracting(FileOutcome.NotStarted::file)
                .containsExactly(files.get(0), files.get(2));

        service.on("datasetdatalongpolling/GET", call -> StubService.ok("", job("DONE", titles())));
        assertThat(report.retryFailed().isComplete()).isTrue();
    }

    @Test
    void aJobThatCannotBeStartedOrEndsBadlyIsReportedForEachOfItsFiles() throws IOException {
        List<Path> files = files(2);
        service.refuse("datasetdatalongpolling/POST", 403, "AUTHORISATION_ERROR");
        assertThat(failedReport(() -> dataset.uploadImages(files, UploadOptions.ofDefaults()))
                        .failed())
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.cause()).isInstanceOf(AuthorisationException.class));

        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}");
        service.on("datasetdatalongpolling/GET", job("CANCELLED")).on("datarows/GET", "[]");
        assertThat(failedReport(() -> dataset.uploadImages(files, UploadOptions.ofDefaults()))
                        .failed())
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.cause()).isInstanceOf(OperationCancelledException.class));
    }

    @Test
    void aJobWhoseEndWasNotSeenIsLookedAfterAgainInsteadOfStartedTwice() throws IOException {
        List<Path> files = files(2);
        List<String> jobs = new CopyOnWriteArrayList<>();
        UploadOptions impatient = UploadOptions.builder()
                .timeout(Duration.ZERO)
                .onJobStarted(jobs::add)
                .build();
        service.on("datasetdatalongpolling/GET", job("PENDING"));
        UploadReport<?> first = failedReport(() -> dataset.uploadImages(files, impatient));
        assertThat(jobs).containsExactly("p");

        UploadReport<?> second = failedReport(first::retryFailed);
        assertThat(second.undecided())
                .hasSize(2)
                .allSatisfy(open -> assertThat(open.cause()).isInstanceOf(OperationTimeoutException.class));

        service.on("datasetdatalongpolling/GET", call -> StubService.ok("", job("DONE", titles())));
        assertThat(second.retryFailed().created()).hasSize(2);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
        assertThat(service.calls("PUT storage")).hasSize(2);
    }

    @Test
    void aJobThatFailsWhileNobodyLooksIsStartedAnew() throws IOException {
        List<Path> files = files(2);
        UploadOptions impatient = UploadOptions.builder().timeout(Duration.ZERO).build();
        service.on(
                "datasetdatalongpolling/GET",
                job("PENDING"),
                job("ERROR"),
                job("DONE", names(2).toArray(String[]::new)));

        UploadReport<?> first = failedReport(() -> dataset.uploadImages(files, impatient));

        assertThat(first.retryFailed().created()).hasSize(2);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void aGroupWhoseEndWasNotSeenIsNotMadeTwice() throws IOException {
        service.on("datasetdatalongpolling/GET", job("PENDING"), job("DONE", "group"));
        UploadOptions impatient = UploadOptions.builder().timeout(Duration.ZERO).build();

        UploadReport<?> first = failedReport(() -> dataset.createImageGroup(files(3), impatient));

        assertThat(first.retryFailed().created()).hasSize(1);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void aRowWhoseTitleTheServiceHasChangedIsStillThatOfItsFile() throws IOException {
        service.on("datasetdatalongpolling/GET", job("DONE", "heron (1).mp4"));

        Video video = dataset.uploadVideo(file("heron.mp4", "bytes"));

        assertThat(video.title()).isEqualTo("heron (1).mp4");
    }

    @Test
    void whatTheServiceSaysOfAUnitComesWithoutSignatures() throws IOException {
        service.on(
                "datasetdatalongpolling/GET",
                job("ERROR")
                        .replace("\"errors\": []", "\"errors\": [\"cannot read https://b/x?sig=s3cr3t\"]")
                        .replace("\"data_unit_errors\": []", """
                                "data_unit_errors": [{"object_urls": ["https://b/x?sig=s3cr3t"],
                                  "error": "https://b/x?sig=s3cr3t is gone",
                                  "subtask_uuid": "057b6582-f45f-5fe6-81bd-f18a3dc2ef4c", "action_description": "Reading"}]"""));
        Path file = file("heron.mp4", "bytes");

        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> dataset.uploadVideo(file))
                .withMessageNotContaining("s3cr3t")
                .satisfies(error -> {
                    assertThat(error.unitErrors().get(0).objectUrls()).containsExactly("https://b/x?sig=s3cr3t");
                    assertThat(error.unitErrors().toString())
                            .contains("https://b/x?")
                            .doesNotContain("s3cr3t");
                });
    }

    @Test
    void whatAnEarlierJobHasTakenInIsReportedAsSuchWhenALaterOneFails() throws IOException {
        List<Path> files = List.of(file("a/same.mp4", "1"), file("b/same.mp4", "2"));
        service.on("datasetdatalongpolling/GET", job("DONE", "same.mp4"), job("CANCELLED"))
                .on("datarows/GET", "[]");

        UploadReport<?> report = failedReport(() -> dataset.uploadVideos(
                files, UploadOptions.builder().parallelism(1).parallelJobs(1).build()));

        assertThat(report.uploaded()).extracting(FileOutcome.Uploaded::file).containsExactly(files.get(0));
        assertThat(report.failed()).extracting(FileOutcome.Failed::file).containsExactly(files.get(1));
    }
}
