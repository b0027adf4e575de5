package io.encord4j;

import static io.encord4j.support.StubService.job;
import static io.encord4j.support.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A service that takes uploads as it should, unless a test says otherwise, and a client of 2026. */
abstract class UploadFixture {
    @TempDir
    Path directory;

    final StubService service = new StubService().storage();
    EncordUserClient user;
    EncordDatasetClient dataset;

    @BeforeEach
    void open() {
        user = service.withSshKey();
        dataset = user.datasetClient(StubService.DATASET);
        service.on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}");
        service.on("datasetdatalongpolling/GET", call -> StubService.ok("", job("DONE", titles())));
    }

    @AfterEach
    void close() {
        user.close();
        service.close();
    }

    static UploadReport<?> failedReport(ThrowableAssert.ThrowingCallable upload) {
        UploadFailedException failure = catchThrowableOfType(UploadFailedException.class, upload);
        assertThat(failure).isNotNull();
        return failure.report();
    }

    void failStorageOf(String position) {
        service.on(
                "PUT storage",
                call -> status(call.request().getUrl().encodedPath().endsWith("-" + position) ? 400 : 200));
    }

    /** Closes the connection instead of the first answer, and answers with a result afterwards. */
    void loseTheFirstAnswerOf(String operation, String result) {
        AtomicInteger calls = new AtomicInteger();
        service.on(
                operation,
                call -> calls.incrementAndGet() == 1
                        ? new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build()
                        : StubService.ok("", result));
    }

    List<Map<String, Object>> startedVideos(int job) {
        return started("videos", job);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> started(String kind, int job) {
        Map<String, Object> payload =
                service.calls("datasetdatalongpolling/POST").get(job).payload();
        return (List<Map<String, Object>>) ((Map<String, Object>) payload.get("dataItems")).get(kind);
    }

    /** The titles of the job that was started last. */
    String[] titles() {
        List<String> titles = new ArrayList<>();
        int last = service.calls("datasetdatalongpolling/POST").size() - 1;
        for (String kind : List.of("videos", "images")) {
            started(kind, last).forEach(item -> titles.add((String) item.get("title")));
        }
        return titles.isEmpty() ? new String[] {"group"} : titles.toArray(String[]::new);
    }

    List<Path> files(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names(count)) {
            files.add(file(name, name));
        }
        return files;
    }

    static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj("%03d.png"::formatted).toList();
    }

    Path file(String name, String content) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
