package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.json;
import static io.encord4j.support.StubService.ok;
import static io.encord4j.support.StubService.row;
import static io.encord4j.support.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Files that the service was asked to register, and whose answer was lost. */
class UndecidedUploadTest extends UploadFixture {
    private static final UploadOptions SETTLED =
            UploadOptions.builder().settleTime(Duration.ZERO).build();

    @Test
    void aFileWhoseAnswerIsLostIsUndecidedAndFoundByTheLinkOfItsBytes() throws IOException {
        loseTheAnswerOf("datasetdatalongpolling/POST");
        service.on("datarows/GET", "[" + linked("r1", "heron.mp4", "key-1-0") + "]");

        UploadReport<?> report = failedReport(
                () -> dataset.uploadVideos(List.of(file("heron.mp4", "bytes")), UploadOptions.ofDefaults()));
        assertThat(report.undecided()).hasSize(1);
        assertThat(report.failed()).isEmpty();

        assertThat(report.retryFailed().created())
                .singleElement()
                .isInstanceOfSatisfying(
                        Video.class, video -> assertThat(video.dataHash()).isEqualTo("r1"));
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void aServerErrorIsNoProofThatNothingWasRegistered() throws IOException {
        service.refuse("datasetdatalongpolling/POST", 500, "UNKNOWN_ERROR").on("datarows/GET", "[]");

        UploadReport<?> report = failedReport(
                () -> dataset.uploadVideos(List.of(file("heron.mp4", "bytes")), UploadOptions.ofDefaults()));

        assertThat(report.undecided()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsRegisteredAgainWithTheSameBytesOnlyWhenItsJobMustHaveEnded() throws IOException {
        loseTheAnswerOf("datasetdatalongpolling/POST");
        service.on("datarows/GET", "[]");
        List<Path> files = List.of(file("heron.mp4", "bytes"));
        UploadReport<?> early = failedReport(() -> dataset.uploadVideos(files, UploadOptions.ofDefaults()));

        assertThat(failedReport(early::retryFailed).undecided()).hasSize(1);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);

        loseTheAnswerOf("datasetdatalongpolling/POST");
        UploadReport<?> late = failedReport(() -> dataset.uploadVideos(files, SETTLED));
        assertThat(late.retryFailed().created()).hasSize(1);
        assertThat(startedVideos(2)).isEqualTo(startedVideos(1));
        assertThat(service.calls("PUT storage")).hasSize(2);
    }

    @Test
    void aGroupIsFoundByItsImages() throws IOException {
        loseTheAnswerOf("datasetdatalongpolling/POST");
        service.on("datarows/GET", "[" + row("g1", "shelf").replace("\"VIDEO\"", "\"IMG_GROUP\"") + "]")
                .on(
                        "datarow/GET",
                        row("g1", "shelf").replace("\"VIDEO\"", "\"IMG_GROUP\"").replace("}", """
                        , "images_data": [%s, %s]}""".formatted(
                                        image("key-1-0"), image("key-1-1"))));

        UploadReport<?> report = failedReport(() -> dataset.uploadImageGroup(files(2), UploadOptions.ofDefaults()));
        assertThat(report.undecided()).hasSize(2);

        assertThat(report.retryFailed().created()).hasSize(1);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void withAnApiKeyAVideoIsFoundByTheHashOfItsRecord() throws IOException {
        service.on("signedvideourl/GET", """
                        {"signed_url": "%s", "data_hash": "h1", "title": "heron.mp4", "file_link": "l"}""".formatted(service.url("/storage/h1?sig=s")))
                .on("dataset/GET", """
                        {"title": "t", "description": null, "dataset_type": "CORD_STORAGE", "data_rows": [%s]}""".formatted(row("h1", "heron.mp4")));
        loseTheAnswerOf("video/PUT");

        try (EncordDatasetClient client = service.withApiKey()) {
            UploadReport<?> report = failedReport(
                    () -> client.uploadVideos(List.of(file("heron.mp4", "bytes")), UploadOptions.ofDefaults()));
            assertThat(report.undecided()).hasSize(1);

            assertThat(report.retryFailed().created()).hasSize(1);
        }
        assertThat(service.calls("video/PUT")).hasSize(1);
    }

    @Test
    void rowsWhoseTitlesTheServiceHasChangedAreThoseOfTheFilesWithTheirLinks() throws IOException {
        List<Path> files = List.of(file("é.png", "1"), file("ü.png", "2"));
        service.on("datasetdatalongpolling/GET", job("DONE", "e.png", "u.png"))
                .on(
                        "datarows/GET",
                        "[" + linked("hash of u.png", "u.png", "key-1-1") + ","
                                + linked("hash of e.png", "e.png", "key-1-0") + "]");

        UploadReport<Image> report = dataset.uploadImages(files, UploadOptions.ofDefaults());

        assertThat(report.created()).extracting(Image::title).containsExactly("e.png", "u.png");
    }

    @Test
    void rowsThatNothingIdentifiesAreInAndNeverRepeated() throws IOException {
        service.on("datasetdatalongpolling/GET", job("DONE", "x", "y")).on("datarows/GET", "[]");

        UploadReport<Image> report = dataset.uploadImages(files(2), UploadOptions.ofDefaults());

        assertThat(report.uploaded()).hasSize(2).allMatch(outcome -> outcome.row() == null);
        assertThat(report.retryFailed()).isSameAs(report);
    }

    @Test
    void aRowIsNotTakenForAFailureBecauseAnotherFileFailed() throws IOException {
        List<Path> files = List.of(file("a.png", "1"), file("b.png", "2"), file("c.png", "3"));
        service.on(
                        "datasetdatalongpolling/GET",
                        job("DONE", "x", "y")
                                .replace("\"data_unit_errors\": []", """
                        "data_unit_errors": [{"object_urls": ["key-1-2"], "error": "no image", "action_description": "a",
                         "subtask_uuid": "d3207fb8-c0dd-5b75-99e6-71c3e9cad573"}]""")
                                .replace("\"units_error_count\": 0", "\"units_error_count\": 1"))
                .on("datarows/GET", "[]");

        UploadReport<Image> report = dataset.uploadImages(
                files, UploadOptions.builder().tolerateFailures(true).build());

        assertThat(report.failed()).extracting(FileOutcome.Failed::file).containsExactly(files.get(2));
        assertThat(report.uploaded()).hasSize(2);
    }

    @Test
    void filesOfWhichSomeFailedAndNobodyTellsWhichAreUndecided() throws IOException {
        service.on(
                        "datasetdatalongpolling/GET",
                        job("DONE", "x", "y").replace("\"units_error_count\": 0", "\"units_error_count\": 1"))
                .on("datarows/GET", "[]");

        UploadReport<?> report = failedReport(() -> dataset.uploadImages(files(3), UploadOptions.ofDefaults()));

        assertThat(report.undecided()).hasSize(3);
    }

    @Test
    void rowsThatTheServiceHasGivenOneTitleAreToldByTheirLinks() throws IOException {
        List<Path> files = List.of(file("x.png", "1"), file("X.png", "2"));
        String two =
                "{\"data_hash\":\"%s\",\"title\":\"x.png\",\"backing_item_uuid\":\"d3207fb8-c0dd-5b75-99e6-71c3e9cad573\"}";
        service.on(
                        "datasetdatalongpolling/GET",
                        job("DONE")
                                .replace(
                                        "\"data_hashes_with_titles\": []",
                                        "\"data_hashes_with_titles\": [" + two.formatted("r2") + ","
                                                + two.formatted("r1") + "]"))
                .on(
                        "datarows/GET",
                        "[" + linked("r1", "x.png", "key-1-0") + "," + linked("r2", "x.png", "key-1-1") + "]");

        assertThat(dataset.uploadImages(files, UploadOptions.ofDefaults()).created())
                .extracting(Image::dataHash)
                .containsExactly("r1", "r2");
    }

    @Test
    void theRestOfAGroupIsMadeOnceHoweverOftenItIsTried() throws IOException {
        failStorageOf("1");
        UploadReport<?> first = dataset.uploadImageGroup(
                files(3), UploadOptions.builder().tolerateFailures(true).build());
        service.on("PUT storage", call -> status(400));
        UploadReport<?> second = first.retryFailed();
        assertThat(second.failed()).hasSize(1);
        service.storage();

        UploadReport<?> third = second.retryFailed();

        assertThat(third.isComplete()).isTrue();
        assertThat(third.created()).hasSize(1);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void aRetryTakesAFileThatHasChangedAsItIsThen() throws IOException {
        Path film = file("heron.mp4", "bytes");
        service.on("GET presigned-urls", call -> {
            replace(film);
            return json(200, service.presignedUrls(1));
        });
        UploadReport<?> report = failedReport(() -> dataset.uploadVideos(List.of(film), UploadOptions.ofDefaults()));
        service.storage();

        assertThat(report.retryFailed().created()).hasSize(1);
    }

    @Test
    void twoThreadsThatRetryShareOneAttempt() throws Exception {
        service.refuse("datasetdatalongpolling/POST", 403, "AUTHORISATION_ERROR");
        UploadReport<?> report = failedReport(
                () -> dataset.uploadVideos(List.of(file("heron.mp4", "bytes")), UploadOptions.ofDefaults()));
        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}");

        CompletableFuture<UploadReport<?>> other = CompletableFuture.supplyAsync(report::retryFailed);
        UploadReport<?> mine = report.retryFailed();

        assertThat(other.get()).isSameAs(mine).isSameAs(report.retryFailed());
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void anInterruptCarriesTheReportSoFar() throws Exception {
        CountDownLatch polled = new CountDownLatch(1);
        AtomicInteger polls = new AtomicInteger();
        service.on("datasetdatalongpolling/GET", call -> {
            if (polls.incrementAndGet() == 1) {
                return ok("", job("DONE", titles()));
            }
            polled.countDown();
            return json(200, "{")
                    .newBuilder()
                    .headersDelay(20, java.util.concurrent.TimeUnit.SECONDS)
                    .build();
        });
        List<Path> files = files(3);
        UploadOptions oneByOne =
                UploadOptions.builder().unitsPerJob(2).parallelJobs(1).build();
        Thread caller = Thread.currentThread();
        CompletableFuture<Void> interrupter = CompletableFuture.runAsync(() -> {
            await(polled);
            caller.interrupt();
        });

        InterruptedCallException stopped =
                catchThrowableOfType(InterruptedCallException.class, () -> dataset.uploadImages(files, oneByOne));
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();

        UploadReport<?> report = stopped.report();
        assertThat(report.uploaded()).hasSize(2);
        assertThat(report.undecided()).hasSize(1);
        service.on("datasetdatalongpolling/GET", call -> ok("", job("DONE", titles())));
        assertThat(report.retryFailed().isComplete()).isTrue();
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void aListenerThatEndsTheUploadGetsTheReport() throws IOException {
        List<Path> files = files(1);
        IllegalStateException thrown = new IllegalStateException("no disk to keep the id on");

        assertThatExceptionOfType(UploadFailedException.class)
                .isThrownBy(() -> dataset.uploadImages(
                        files,
                        UploadOptions.builder()
                                .onJobStarted(id -> {
                                    throw thrown;
                                })
                                .build()))
                .withCause(thrown)
                .satisfies(e -> assertThat(e.report().undecided()).hasSize(1))
                .satisfies(
                        e -> assertThat(e.report().retryFailed().isComplete()).isTrue());
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void aFileThatIsReplacedByOneOfTheSameSizeIsNoticed() throws IOException {
        Path film = file("heron.mp4", "bytes");
        service.on("GET presigned-urls", call -> {
            replace(film);
            return json(200, service.presignedUrls(1));
        });

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.uploadVideo(film))
                .matches(e -> e.problem() == InvalidFileException.Problem.CHANGED);
    }

    private static void replace(Path film) {
        try {
            Files.writeString(film, "BYTES");
            Files.setLastModifiedTime(film, java.nio.file.attribute.FileTime.fromMillis(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void loseTheAnswerOf(String operation) {
        loseTheFirstAnswerOf(operation, "{\"process_hash\": \"p\"}");
    }

    private static String linked(String hash, String title, String link) {
        return row(hash, title).replace("\"file_link\": \"l\"", "\"file_link\": \"" + link + "\"");
    }

    private static String image(String link) {
        return """
                {"image_hash": "i", "title": "i", "file_link": "%s", "file_type": "image/png", "file_size": 1, "storage_location": 0,
                 "created_at": "2022-04-20 09:00:04", "last_edited_at": "2022-04-20 09:00:04", "width": 1, "height": 1}""".formatted(link);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
