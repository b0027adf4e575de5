package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.Awaiting;
import io.encord4j.support.OpenFiles;
import io.encord4j.support.RawStorage;
import io.encord4j.support.RawStorage.Way;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Storages that break off, or take their time, while a file is sent to them. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class UploadFaultsTest {
    private static final long SIZE = 8L << 20;

    @TempDir
    Path directory;

    private final StubService service = new StubService();
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        file = directory.resolve("film.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(SIZE);
        }
        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}")
                .on("datasetdatalongpolling/GET", StubService.job("DONE", "film.mp4"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void anUploadThatIsCutBeginsAgainWithTheFirstByte() throws IOException {
        try (RawStorage storage = new RawStorage(Way.CUT, Way.CUT, Way.TAKE);
                EncordUserClient user = client(storage, Duration.ofSeconds(30))) {
            List<UploadProgress> heard = new CopyOnWriteArrayList<>();

            Video video = user.datasetClient(StubService.DATASET)
                    .uploadVideo(
                            file, UploadOptions.builder().onProgress(heard::add).build());

            assertThat(video.title()).isEqualTo("film.mp4");
            assertThat(storage.received()).containsExactly(SIZE / 2, SIZE / 2, SIZE);
            assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(a.sentBytes(), b.sentBytes()));
            assertThat(heard.get(heard.size() - 1).sentBytes()).isEqualTo(SIZE);
        }
    }

    @Test
    void anUploadThatIsCutEachTimeIsAConnectionErrorAndLeavesNothingOpen() throws Exception {
        try (RawStorage storage = new RawStorage(Way.CUT);
                EncordUserClient user = client(storage, Duration.ofSeconds(30))) {
            EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);

            ConnectionException error =
                    catchThrowableOfType(ConnectionException.class, () -> dataset.uploadVideo(file));

            assertThat(error.attempts()).isEqualTo(3).isEqualTo(storage.connections());
            assertThat(error.mayHaveBeenReceived()).isTrue();
            assertThat(error).hasMessageContaining("was lost during the call").hasMessageNotContaining("s3cr3t");
            assertFreed(storage);
        }
    }

    @Test
    void aStorageThatReadsNothingIsATimeoutAndLeavesNothingOpen() throws Exception {
        try (RawStorage storage = new RawStorage(Way.IGNORE);
                EncordUserClient user = client(storage, Duration.ofMillis(300))) {
            EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);

            CallTimeoutException error =
                    catchThrowableOfType(CallTimeoutException.class, () -> dataset.uploadVideo(file));

            assertThat(error.attempts()).isEqualTo(3).isEqualTo(storage.connections());
            assertThat(error.apiCall()).contains("putObject");
            assertThat(error).hasMessageContaining("timeouts").hasMessageNotContaining("s3cr3t");
            assertFreed(storage);
        }
    }

    @Test
    void aStorageThatTookNothingAtFirstGetsTheWholeFileNextTime() throws IOException {
        try (RawStorage storage = new RawStorage(Way.IGNORE, Way.TAKE);
                EncordUserClient user = client(storage, Duration.ofMillis(300))) {
            assertThat(user.datasetClient(StubService.DATASET).uploadVideo(file).title())
                    .isEqualTo("film.mp4");
            assertThat(storage.received()).containsExactly(SIZE);
        }
    }

    @Test
    void aStorageThatReadsSlowlyButSteadilyIsNotCutOff() throws IOException {
        try (RawStorage storage = new RawStorage(Way.TAKE_SLOWLY);
                EncordUserClient user = client(storage, Duration.ofSeconds(1))) {
            long start = System.nanoTime();

            user.datasetClient(StubService.DATASET).uploadVideo(file);

            assertThat(storage.received()).containsExactly(SIZE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void ofManyFilesTheOneThatIsCutIsReported() throws IOException {
        try (RawStorage storage = new RawStorage(Way.CUT);
                EncordUserClient user = client(storage, Duration.ofSeconds(30))) {
            EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);

            UploadReport<Video> report = dataset.uploadVideos(
                    List.of(file),
                    UploadOptions.builder().tolerateFailures(true).build());

            assertThat(report.failed()).singleElement().satisfies(failed -> {
                assertThat(failed.file()).isEqualTo(file);
                assertThat(failed.cause()).isInstanceOf(ConnectionException.class);
            });
            assertThat(service.calls("datasetdatalongpolling/POST")).isEmpty();
        }
    }

    private EncordUserClient client(RawStorage storage, Duration writeTimeout) {
        storage.serve(service);
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .options(service.options()
                        .writeTimeout(writeTimeout)
                        .retryPolicy(RetryPolicy.builder()
                                .maxAttempts(3)
                                .backoffFactor(0)
                                .build())
                        .build())
                .build();
    }

    private void assertFreed(RawStorage storage) {
        Awaiting.until(() -> !OpenFiles.contain(file) && storage.isDeserted());
    }
}
