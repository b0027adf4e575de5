package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.ok;
import static io.encord4j.support.StubService.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal lets another process go on where one has ended. */
class UploadJournalTest extends UploadFixture {
    @TempDir
    Path state;

    private UploadOptions journaled;
    private Path journal;

    @BeforeEach
    void prepare() {
        journal = state.resolve("journal");
        journaled = UploadOptions.builder().journal(journal).build();
    }

    @Test
    void whatIsInIsSkippedWithoutACall() throws IOException {
        List<Path> files = files(3);
        dataset.uploadImages(files, journaled);
        int calls = service.calls().size();

        UploadReport<Image> again = dataset.uploadImages(files, journaled);

        assertThat(again.skipped()).hasSize(3);
        assertThat(again.isComplete()).isTrue();
        assertThat(service.calls()).hasSize(calls);
    }

    @Test
    void whatWasSentIsRegisteredWithoutBeingSentAgain() throws IOException {
        List<Path> files = files(3);
        service.refuse("datasetdatalongpolling/POST", 403, "AUTHORISATION_ERROR");
        failedReport(() -> dataset.uploadImages(files, journaled));
        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}");

        assertThat(dataset.uploadImages(files, journaled).created()).hasSize(3);

        assertThat(service.calls("PUT storage")).hasSize(3);
    }

    @Test
    void aJobUnderWayIsFollowed() throws IOException {
        List<Path> files = files(3);
        service.on("datasetdatalongpolling/GET", job("PENDING"));
        failedReport(() -> dataset.uploadImages(
                files, journaled.toBuilder().timeout(Duration.ZERO).build()));
        service.on("datasetdatalongpolling/GET", call -> ok("", job("DONE", titles())));

        assertThat(dataset.uploadImages(files, journaled).created()).hasSize(3);

        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void aFileThatHasChangedSinceIsNew() throws IOException {
        List<Path> files = files(2);
        dataset.uploadImages(files, journaled);
        Files.writeString(files.get(1), "something else");

        UploadReport<Image> again = dataset.uploadImages(files, journaled);

        assertThat(again.skipped()).extracting(FileOutcome.Skipped::file).containsExactly(files.get(0));
        assertThat(again.created()).extracting(Image::title).containsExactly("001.png");
    }

    @Test
    void aTornLastLineIsDropped() throws IOException {
        List<Path> files = files(2);
        dataset.uploadImages(files, journaled);
        Files.writeString(journal, "{\"e\":\"sent\",\"p\":\"/som", StandardOpenOption.APPEND);

        assertThat(dataset.uploadImages(files, journaled).skipped()).hasSize(2);
        assertThat(Files.readString(journal)).endsWith("}\n");
    }

    @Test
    void aJournalOfAnotherDatasetIsRefused() throws IOException {
        dataset.uploadImages(files(1), journaled);
        EncordDatasetClient other = user.datasetClient("00000000-0000-4000-8000-000000000000");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> other.uploadImages(files(1), journaled))
                .withMessageContaining(StubService.DATASET)
                .withMessageContaining("00000000-0000-4000-8000-000000000000");
    }

    @Test
    void aJournalOfANewerFormatIsRefused() throws IOException {
        Files.writeString(journal, "{\"encord4j\":\"upload journal\",\"version\":2}\n");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.uploadImages(files(1), journaled))
                .withMessageContaining("has the format 2");
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        dataset.uploadImages(files(1), journaled);
        Files.writeString(journal, "garbage\n{\"e\":\"released\",\"u\":[]}\n", StandardOpenOption.APPEND);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.uploadImages(files(1), journaled))
                .withMessageContaining("is damaged");
    }

    @Test
    void holdsNoSecret() throws IOException {
        dataset.uploadImages(files(2), journaled);

        assertThat(Files.readString(journal)).contains("key-1-0").doesNotContain("s3cr3t");
    }

    @Test
    void oneUploadAtATimeWritesIt() throws IOException {
        List<Path> files = files(1);
        service.on("datasetdatalongpolling/POST", call -> {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> dataset.uploadImages(files, journaled))
                    .withMessageContaining("is in use by another upload");
            return ok("", "{\"process_hash\": \"p\"}");
        });

        assertThat(dataset.uploadImages(files, journaled).isComplete()).isTrue();
    }

    @Test
    void withContentHashesAFileIsTheSameWhateverItsTime() throws IOException {
        List<Path> files = files(2);
        UploadOptions byContent = journaled.toBuilder().contentHashes(true).build();
        dataset.uploadImages(files, byContent);
        Files.setLastModifiedTime(files.get(0), FileTime.fromMillis(1));
        Files.writeString(files.get(1), "002.png");
        Files.setLastModifiedTime(files.get(1), FileTime.fromMillis(1));

        UploadReport<Image> again = dataset.uploadImages(files, byContent);

        assertThat(again.skipped()).extracting(FileOutcome.Skipped::file).containsExactly(files.get(0));
        assertThat(again.created()).hasSize(1);
    }

    @Test
    void aGroupOfWhichOneFileHasChangedIsNewAsAWhole() throws IOException {
        List<Path> files = files(3);
        dataset.uploadImageGroup(files, journaled);
        Files.writeString(files.get(1), "something else");

        assertThat(dataset.uploadImageGroup(files, journaled).created()).hasSize(1);

        assertThat(service.calls("PUT storage")).hasSize(6);
        assertThat(dataset.uploadImageGroup(files, journaled).skipped()).hasSize(3);
    }

    @Test
    void anotherProcessMakesAGroupOfTheFilesThatFailedAndOnlyOnce() throws IOException {
        List<Path> files = files(3);
        UploadOptions tolerant = journaled.toBuilder().tolerateFailures(true).build();
        failStorageOf("1");
        dataset.uploadImageGroup(files, tolerant);
        service.storage();

        UploadReport<ImageGroup> rest = dataset.uploadImageGroup(files, tolerant);

        assertThat(rest.skipped()).extracting(FileOutcome.Skipped::file).containsExactly(files.get(0), files.get(2));
        assertThat(rest.uploaded()).extracting(FileOutcome.Uploaded::file).containsExactly(files.get(1));
        assertThat(dataset.uploadImageGroup(files, tolerant).skipped()).hasSize(3);
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(2);
    }

    @Test
    void aGroupThatWasAskedForInPartIsTheRestOfItNotYet() throws IOException {
        List<Path> files = files(3);
        UploadOptions tolerant = journaled.toBuilder()
                .tolerateFailures(true)
                .timeout(Duration.ZERO)
                .build();
        failStorageOf("1");
        service.on("datasetdatalongpolling/GET", job("PENDING"));
        assertThat(dataset.uploadImageGroup(files, tolerant).undecided()).hasSize(2);
        service.storage().on("datasetdatalongpolling/GET", call -> ok("", job("DONE", titles())));

        UploadReport<ImageGroup> next = dataset.uploadImageGroup(files, tolerant);

        assertThat(next.isComplete()).isTrue();
        assertThat(next.created()).hasSize(2);
        assertThat((List<?>) started("imageGroups", 1).get(0).get("images")).hasSize(1);
    }

    @Test
    void aJobThatTheServiceNoLongerKnowsIsLookedForAmongTheRows() throws IOException {
        List<Path> files = files(1);
        service.on("datasetdatalongpolling/GET", job("PENDING"));
        failedReport(() -> dataset.uploadImages(
                files, journaled.toBuilder().timeout(Duration.ZERO).build()));
        service.refuse("datasetdatalongpolling/GET", 404, "RESOURCE_NOT_FOUND_ERROR")
                .on("datarows/GET", "[" + row("r1", "000.png").replace("\"l\"", "\"key-1-0\"") + "]");

        assertThat(dataset.uploadImages(files, journaled).created())
                .extracting(Image::dataHash)
                .containsExactly("r1");
        assertThat(service.calls("datasetdatalongpolling/POST")).hasSize(1);
    }

    @Test
    void theSameProcessRegistersWithTheRecordThatAJournalDoesNotKeep() throws IOException {
        service.on(
                        "signedvideourl/GET",
                        call -> ok("", """
                        {"signed_url": "%s", "data_hash": "h%d", "title": "heron.mp4", "file_link": "l"}""".formatted(
                                        service.url("/storage/h?sig=s"),
                                        service.calls("signedvideourl/GET").size())))
                .on("dataset/GET", """
                        {"title": "t", "description": null, "dataset_type": "CORD_STORAGE", "data_rows": []}""");
        loseTheFirstAnswerOf("video/PUT", "{\"data_hash\": \"h1\", \"title\": \"heron.mp4\"}");
        UploadOptions settled = journaled.toBuilder().settleTime(Duration.ZERO).build();

        try (EncordDatasetClient client = service.withApiKey()) {
            UploadReport<?> report =
                    failedReport(() -> client.uploadVideos(List.of(file("heron.mp4", "bytes")), settled));

            assertThat(report.retryFailed().created()).hasSize(1);
        }
        assertThat(service.calls("PUT storage")).hasSize(1);
        assertThat(service.calls("video/PUT")).extracting(StubService.Call::uid).containsExactly("h1", "h1");
    }
}
