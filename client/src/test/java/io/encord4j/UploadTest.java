package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.json;
import static io.encord4j.support.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.InvalidFileException.Problem;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sending files, and what becomes of each. */
class UploadTest extends UploadFixture {
    @Test
    void aVideoBecomesARow() throws IOException {
        Video video = dataset.uploadVideo(file("heron.mp4", "bytes"));

        assertThat(video.dataHash()).isEqualTo("hash of heron.mp4");
        assertThat(video.title()).isEqualTo("heron.mp4");
        assertThat(video.fileLink()).isEqualTo("key-1-0");
        StubService.Call put = service.calls("PUT storage").get(0);
        assertThat(put.request().getBody().utf8()).isEqualTo("bytes");
        assertThat(put.request().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aTitleOfItsOwnGoesIntoTheJob() throws IOException {
        dataset.uploadVideo(
                file("heron.mp4", "bytes"),
                UploadOptions.builder().title("Heron").build());

        assertThat(startedVideos(0)).extracting(video -> video.get("title")).containsExactly("Heron");
    }

    @Test
    void manyFilesGetTheirUrlsTwoHundredAtATimeAndAreRegisteredAHundredAtATime() throws IOException {
        List<Path> files = files(450);

        UploadReport<Image> report = dataset.uploadImages(
                files, UploadOptions.builder().parallelJobs(1).build());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.created()).extracting(Image::title).containsExactlyElementsOf(names(450));
        assertThat(service.calls("GET presigned-urls"))
                .extracting(call -> call.request().getUrl().queryParameter("count"))
                .containsExactly("200", "200", "50");
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(5);
        // Just in time: all but the last files of a batch are sent before the URLs of the next one are asked for, and
        // age.
        List<String> operations = service.operations();
        int secondBatch = operations.subList(1, operations.size()).indexOf("GET presigned-urls");
        assertThat(operations.subList(1, 1 + secondBatch))
                .filteredOn("PUT storage"::equals)
                .hasSizeBetween(197, 200);
    }

    @Test
    void fourFilesAreSentAtOnceUnlessToldOtherwise() throws IOException {
        AtomicInteger current = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        service.on("PUT storage", call -> {
            most.accumulateAndGet(current.incrementAndGet(), Math::max);
            four.countDown();
            await(four);
            current.decrementAndGet();
            return status(200);
        });

        dataset.uploadImages(files(12), UploadOptions.ofDefaults());

        assertThat(most.get()).isEqualTo(4);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anExpiredUrlIsFetchedAgain() throws IOException {
        service.on(
                "PUT storage",
                call -> status(call.request().getUrl().encodedPath().endsWith("/1-0") ? 403 : 200));

        dataset.uploadVideo(file("heron.mp4", "bytes"));

        assertThat(service.calls("GET presigned-urls")).hasSize(2);
        assertThat(startedVideos(0)).extracting(video -> video.get("objectUrl")).containsExactly("key-2-0");
    }

    @Test
    void aStorageThatFailsForAMomentIsTriedAgainWithTheWholeFile() throws IOException {
        service.on("PUT storage", call -> status(service.calls("PUT storage").size() < 3 ? 503 : 200));
        List<UploadProgress> heard = new CopyOnWriteArrayList<>();

        dataset.uploadVideo(
                file("heron.mp4", "x".repeat(300_000)),
                UploadOptions.builder().onProgress(heard::add).build());

        assertThat(service.calls("PUT storage"))
                .hasSize(3)
                .allSatisfy(put -> assertThat(put.request().getBodySize()).isEqualTo(300_000));
        assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(a.sentBytes(), b.sentBytes()));
        assertThat(heard.get(heard.size() - 1).sentBytes()).isEqualTo(300_000);
    }

    @Test
    void theFirstFailureEndsTheUploadAndTheReportTellsWhatIsLeft() throws IOException {
        failStorageOf("1");
        List<Path> files = files(4);
        UploadOptions oneByOne = UploadOptions.builder().parallelism(1).build();

        UploadFailedException failure =
                catchThrowableOfType(UploadFailedException.class, () -> dataset.uploadImages(files, oneByOne));

        assertThat(failure).hasMessageContaining("1 of 4 files").hasCauseInstanceOf(CloudUploadException.class);
        UploadReport<?> report = failure.report();
        assertThat(report.created()).isEmpty();
        assertThat(report.failed()).extracting(FileOutcome.Failed::file).containsExactly(files.get(1));
        assertThat(report.notStarted()).hasSize(3);
        assertThat(service.calls("datasetdatalongpolling/POST")).isEmpty();

        service.storage();
        UploadReport<?> second = report.retryFailed();

        assertThat(second.isComplete()).isTrue();
        assertThat(second.created()).hasSize(4);
    }

    @Test
    void toleratedFailuresLeaveTheOthersIn() throws IOException {
        failStorageOf("1");
        List<Path> files = files(4);
        UploadOptions tolerant = UploadOptions.builder().tolerateFailures(true).build();

        UploadReport<Image> report = dataset.uploadImages(files, tolerant);

        assertThat(report.created()).extracting(Image::title).containsExactly("000.png", "002.png", "003.png");
        assertThat(report.failed()).hasSize(1);
        assertThat(service.calls("datasetdatalongpolling/POST").get(0).payload())
                .containsEntry("ignoreErrors", true);

        service.storage();
        UploadReport<Image> second = report.retryFailed();

        assertThat(second.created()).extracting(Image::title).containsExactly("001.png");
        assertThat(second.skipped()).hasSize(3);
        assertThat(second.retryFailed()).isSameAs(second);
    }

    @Test
    void aPolicyOfTheUploadDecidesHowOftenBytesAreSent() throws IOException {
        service.on("PUT storage", call -> status(503));
        Path file = file("heron.mp4", "bytes");

        assertThatExceptionOfType(CloudUploadException.class)
                .isThrownBy(() -> dataset.uploadVideo(
                        file,
                        UploadOptions.builder().retryPolicy(RetryPolicy.never()).build()))
                .matches(error -> error.attempts() == 1);
        assertThat(service.calls("PUT storage")).hasSize(1);
    }

    @Test
    void aSignedUrlThatIsNoneIsNotSentAnything() throws IOException {
        List<Path> files = files(2);
        for (String url : List.of(
                "/public?X-Signature=s3cr3t", "ftp://host/x?X-Signature=s3cr3t", "http://h:99999/x?sig=s3cr3t")) {
            service.on(
                    "GET presigned-urls",
                    call -> json(200, service.presignedUrls(2).replaceAll("http://[^\"]*", url)));

            UploadReport<?> report = failedReport(() -> dataset.uploadImages(files, UploadOptions.ofDefaults()));

            assertThat(report.failed())
                    .first()
                    .satisfies(failed -> assertThat(failed.cause())
                            .isInstanceOf(MalformedAnswerException.class)
                            .hasMessageNotContaining("s3cr3t")
                            .hasNoCause());
        }
        assertThat(service.operations()).containsOnly("GET presigned-urls");
    }

    @Test
    void aGroupThatCannotBeMadeIsReportedForEachFileAndMadeLaterWithoutSendingThemAgain() throws IOException {
        service.on("datasetdatalongpolling/GET", job("ERROR"), job("DONE", "group"));

        UploadReport<?> report = failedReport(() -> dataset.createImageGroup(files(3)));

        assertThat(report.failed())
                .hasSize(3)
                .allSatisfy(failed -> assertThat(failed.cause()).isInstanceOf(OperationFailedException.class));
        UploadReport<?> second = report.retryFailed();
        assertThat(second.created()).hasSize(1);
        assertThat(service.calls("PUT storage")).hasSize(3);
    }

    @Test
    void urlsThatRunOutInTheMiddleOfAGroupAreReportedForTheFilesThatLackThem() throws IOException {
        service.on(
                "GET presigned-urls",
                call -> service.calls("GET presigned-urls").size() == 1
                        ? json(200, service.presignedUrls(200))
                        : json(403, "{\"message\": \"No access\"}"));

        UploadReport<?> report = failedReport(() -> dataset.createImageGroup(files(201)));

        assertThat(report.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(AuthorisationException.class));
        assertThat(report.notStarted()).hasSize(200);
    }

    @Test
    void aGroupOfNothingIsAnErrorEvenIfFailuresAreTolerated() throws IOException {
        service.on("PUT storage", call -> status(400));
        UploadOptions tolerant = UploadOptions.builder().tolerateFailures(true).build();
        List<Path> files = files(2);

        assertThat(failedReport(() -> dataset.createImageGroup(files, tolerant)).failed())
                .hasSize(2);
        assertThat(dataset.uploadImageGroup(files, tolerant).created()).isEmpty();
    }

    @Test
    void aGroupKeepsTheOrderOfTheFiles() throws IOException {
        List<Path> files = files(230);
        service.on("datasetdatalongpolling/GET", job("DONE", "one", "two"));

        List<ImageGroup> groups = dataset.createImageGroup(
                files, UploadOptions.builder().parallelism(7).build());

        assertThat(groups).extracting(ImageGroup::title).containsExactly("one", "two");
        Map<String, Object> item = started("imageGroups", 0).get(0);
        assertThat((List<?>) item.get("images"))
                .extracting(image -> ((Map<?, ?>) image).get("title"))
                .isEqualTo(names(230));
        assertThat(item).containsEntry("createVideo", true).containsEntry("clusterByResolution", true);
        assertThat(service.calls("GET presigned-urls")).hasSize(2);
    }

    @Test
    void aGroupThatMissedAFileIsMadeWholeByTheSecondAttemptWithoutSendingTheOthersAgain() throws IOException {
        failStorageOf("2");
        UploadFailedException failure = catchThrowableOfType(
                UploadFailedException.class,
                () -> dataset.createImageGroup(
                        files(3), UploadOptions.builder().parallelism(1).build()));
        service.storage();
        int before = service.calls("PUT storage").size();

        UploadReport<?> second = failure.report().retryFailed();

        assertThat(second.isComplete()).isTrue();
        assertThat(service.calls("PUT storage")).hasSize(before + 1);
        assertThat((List<?>) started("imageGroups", 0).get(0).get("images")).hasSize(3);
    }

    @Test
    void filesOfADicomSeriesAreSentAsDicom() throws IOException {
        service.on("datasetdatalongpolling/GET", job("DONE", "scan"));

        DicomSeries series = dataset.createDicomSeries(
                List.of(file("1.dcm", "a"), file("2.dcm", "b")),
                UploadOptions.builder().title("scan").build());

        assertThat(series.title()).isEqualTo("scan");
        assertThat(service.calls("PUT storage"))
                .allSatisfy(put -> assertThat(put.request().getHeaders().get("Content-Type"))
                        .isEqualTo("application/dicom"));
    }

    @Test
    void anImageOfUnknownTypeIsSentWithoutContentType() throws IOException {
        dataset.uploadImage(file("picture.unknown", "a"));

        assertThat(service.calls("PUT storage").get(0).request().getHeaders().get("Content-Type"))
                .isNull();
    }

    @Test
    void badFilesAreNamedBeforeAnythingIsSent() throws IOException {
        Path missing = directory.resolve("missing.mp4");
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.uploadVideo(missing))
                .withMessageContaining("missing.mp4 does not exist")
                .matches(e -> e.problem() == Problem.MISSING && e.file().equals(missing));
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.uploadVideo(directory))
                .matches(e -> e.problem() == Problem.NOT_A_FILE);
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(
                        () -> dataset.createImageGroup(List.of(file("good.png", "a"), directory.resolve("bad.png"))));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.createImageGroup(List.of()))
                .withMessageContaining("at least one");
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void noFilesMakeAnEmptyReportWithoutACall() {
        assertThat(dataset.uploadVideos(List.of(), UploadOptions.ofDefaults()).files())
                .isEmpty();
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheUpload() throws IOException {
        Video video = dataset.uploadVideo(
                file("heron.mp4", "bytes"),
                UploadOptions.builder()
                        .onProgress(progress -> {
                            throw new AssertionError("listener");
                        })
                        .build());

        assertThat(video.title()).isEqualTo("heron.mp4");
    }

    @Test
    void fewerUrlsThanAskedForAreAMalformedAnswer() throws IOException {
        service.on("GET presigned-urls", call -> json(200, "{\"results\": []}"));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> dataset.uploadVideo(file("heron.mp4", "bytes")))
                .withMessageContaining("1 signed URLs were asked for, and 0 came");
    }
}
