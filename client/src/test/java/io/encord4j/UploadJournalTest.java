package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
                files, journaled.toBuilder().timeout(java.time.Duration.ZERO).build()));
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
}
