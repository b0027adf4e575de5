package io.encord4j.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.CancelledException;
import io.encord4j.CloudUploadException;
import io.encord4j.ConnectionException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.RetryPolicy;
import io.encord4j.UploadOptions;
import io.encord4j.UploadProgress;
import io.encord4j.internal.operation.Background;
import io.encord4j.internal.operation.TestThreads;
import io.encord4j.internal.operation.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UploadPipelineTest {
    @TempDir
    Path directory;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient http = new OkHttpClient();
    private final TestThreads background = new TestThreads();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final List<UploadProgress> heard = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile Runnable onTargets = () -> {};
    private volatile Function<RecordedRequest, MockResponse> answer = request -> new MockResponse.Builder().build();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse response = answer.apply(request);
                if (response.getCode() == 200) {
                    stored.put(request.getUrl().encodedPath(), request.getBody().toByteArray());
                }
                return response;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        background.close();
        server.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void sendsEveryFileAndKeepsTheOrder() throws IOException {
        List<LocalFile> files = files(20);

        List<Transfer<String>> outcomes = send(files, 4, false);

        assertThat(outcomes).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(outcomes.get(i)).isEqualTo(new Transfer.Sent<>(files.get(i), "/" + i + "-0"));
            assertThat(stored.get("/" + i + "-0"))
                    .isEqualTo(Files.readAllBytes(files.get(i).path()));
        }
        assertThat(batches).containsExactly(20);
        assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(a.sentBytes(), b.sentBytes()));
        UploadProgress last = heard.get(heard.size() - 1);
        assertThat(last.sentBytes()).isEqualTo(last.totalBytes());
        assertThat(last.finishedFiles()).isEqualTo(20);
    }

    @Test
    void sendsNoMoreFilesAtOnceThanAllowed() throws IOException {
        AtomicInteger current = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        answer = request -> {
            most.accumulateAndGet(current.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            current.decrementAndGet();
            return new MockResponse.Builder().build();
        };

        send(files(9), 3, false);

        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void fetchesAnExpiredUrlAgain() throws IOException {
        answer = request -> new MockResponse.Builder()
                .code(request.getUrl().encodedPath().equals("/1-0") ? 403 : 200)
                .build();

        List<Transfer<String>> outcomes = send(files(3), 1, false);

        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Transfer.Sent.class, sent -> assertThat(sent.result()).isEqualTo("/0-1"));
        assertThat(batches).containsExactly(3, 1);
    }

    @Test
    void asksForUrlsTwoHundredAtATimeWhenTheFirstOfThemIsNeeded() throws IOException {
        List<Integer> storedWhenAsked = new CopyOnWriteArrayList<>();
        onTargets = () -> storedWhenAsked.add(stored.size());

        List<Transfer<String>> outcomes = send(files(450), 1, false);

        assertThat(outcomes).hasSize(450).allMatch(Transfer.Sent.class::isInstance);
        assertThat(batches).containsExactly(200, 200, 50);
        assertThat(storedWhenAsked).containsExactly(0, 200, 400);
    }

    @Test
    void asksOnceForUrlsThatAreRefused() throws IOException {
        onTargets = () -> {
            if (batches.size() == 2) {
                throw new ConnectionException(ErrorDetails.of("refused"), null);
            }
        };

        List<Transfer<String>> outcomes = send(files(410), 4, true);

        assertThat(batches).containsExactlyInAnyOrder(200, 200, 10);
        assertThat(outcomes.subList(0, 200)).allMatch(Transfer.Sent.class::isInstance);
        assertThat(outcomes.subList(200, 400)).allMatch(Transfer.Failed.class::isInstance);
        assertThat(outcomes.subList(400, 410)).allMatch(Transfer.Sent.class::isInstance);
    }

    @Test
    void givesUpAStorageThatRefusesFreshUrlsToo() throws IOException {
        answer = request -> new MockResponse.Builder().code(403).build();

        List<Transfer<String>> outcomes = send(files(1), 1, false);

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Transfer.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(CloudUploadException.class));
        assertThat(batches).containsExactly(1, 1, 1);
    }

    @Test
    void beginsNoFurtherFileAfterAFailure() throws IOException {
        failsFor("/1-0");

        List<Transfer<String>> outcomes = send(files(4), 1, false);

        assertThat(outcomes.get(0)).isInstanceOf(Transfer.Sent.class);
        assertThat(outcomes.get(1)).isInstanceOf(Transfer.Failed.class);
        assertThat(outcomes.get(2)).isInstanceOf(Transfer.NotStarted.class);
        assertThat(outcomes.get(3)).isInstanceOf(Transfer.NotStarted.class);
    }

    @Test
    void sendsTheOthersWhenFailuresAreTolerated() throws IOException {
        failsFor("/1-0");

        List<Transfer<String>> outcomes = send(files(4), 2, true);

        assertThat(outcomes).filteredOn(Transfer.Sent.class::isInstance).hasSize(3);
        assertThat(outcomes.get(1)).isInstanceOf(Transfer.Failed.class);
    }

    @Test
    void aFileThatGrewOrVanishedIsNamed() throws IOException {
        List<LocalFile> files = files(2);
        Files.writeString(files.get(0).path(), "more than there was before, by far");
        Files.delete(files.get(1).path());

        List<Transfer<String>> outcomes = send(files, 1, true);

        assertThat(problem(outcomes.get(0))).isEqualTo(Problem.CHANGED);
        assertThat(problem(outcomes.get(1))).isEqualTo(Problem.UNREADABLE);
    }

    @Test
    void anInterruptionEndsAllWorkers() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        answer = request -> {
            arrived.countDown();
            await(never);
            return new MockResponse.Builder().build();
        };
        List<LocalFile> files = files(8);
        Thread caller = Thread.currentThread();
        CompletableFuture<@Nullable Void> interrupter = background.run(() -> {
            await(arrived);
            caller.interrupt();
            return null;
        });

        assertThatExceptionOfType(InterruptedCallException.class).isThrownBy(() -> send(files, 2, false));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupter).isCompleted();
        never.countDown();
    }

    @Test
    void aCancelledCallEndsTheUploadEvenIfFailuresAreTolerated() throws IOException {
        onTargets = () -> {
            if (batches.size() == 2) {
                throw new CancelledException(ErrorDetails.of("closed"), null);
            }
        };

        assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> send(files(401), 2, true));
    }

    @Test
    @Timeout(10)
    void threadsThatAreRefusedEndTheUploadInsteadOfBeingWaitedFor() throws IOException {
        List<LocalFile> files = files(3);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> send(files, UploadOptions.ofDefaults(), UploadPipelineTest::refuse))
                .withMessage("The client is closed");
    }

    private List<Transfer<String>> send(List<LocalFile> files, int parallelism, boolean tolerate) {
        UploadOptions options = UploadOptions.builder()
                .parallelism(parallelism)
                .tolerateFailures(tolerate)
                .build();
        return send(files, options, background);
    }

    private List<Transfer<String>> send(List<LocalFile> files, UploadOptions options, Background threads) {
        ProgressMeter meter =
                new ProgressMeter(files, heard::add, new Waiting(System::nanoTime, pause -> {}, () -> 0.5));
        return new UploadPipeline(this::put, threads).send(files, new Numbered(), options, meter);
    }

    private static <T> CompletableFuture<T> refuse(Supplier<T> work) {
        return CompletableFuture.failedFuture(new IllegalStateException("The client is closed"));
    }

    private void failsFor(String path) {
        answer = request -> new MockResponse.Builder()
                .code(request.getUrl().encodedPath().equals(path) ? 500 : 200)
                .build();
    }

    private List<LocalFile> files(int count) throws IOException {
        List<LocalFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path path = Files.writeString(directory.resolve(i + ".png"), "file " + i);
            files.add(LocalFile.check(path));
        }
        return files;
    }

    private static Problem problem(Transfer<String> outcome) {
        EncordException cause = ((Transfer.Failed<String>) outcome).cause();
        return ((InvalidFileException) cause).problem();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the transport does, without its repetition. */
    private void put(String url, RequestBody body, @Nullable RetryPolicy retryPolicy) {
        Call call = http.newCall(new Request.Builder().url(url).put(body).build());
        CompletableFuture<Integer> status = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                status.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                response.close();
                status.complete(response.code());
            }
        });
        try {
            int code = status.get();
            if (code != 200) {
                throw new CloudUploadException(
                        ErrorDetails.of("refused").withAnswer(new ErrorDetails.Answer(code, null, null, null)));
            }
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(ErrorDetails.of("interrupted"), e);
        } catch (ExecutionException e) {
            if (e.getCause().getCause() instanceof InvalidFileException local) {
                throw local;
            }
            throw new ConnectionException(ErrorDetails.of("lost"), e.getCause());
        }
    }

    private final class Numbered implements Sending<String, String> {
        private final AtomicInteger round = new AtomicInteger();

        @Override
        public List<Target<String>> targets(List<LocalFile> files) {
            batches.add(files.size());
            onTargets.run();
            int number = round.getAndIncrement();
            List<Target<String>> targets = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                String path = "/" + i + "-" + number;
                targets.add(new Target<>(server.url(path).toString(), path));
            }
            return targets;
        }

        @Override
        public StorageHeaders headers(LocalFile file) {
            return StorageHeaders.of2026(StorageHeaders.imageType(file.name()));
        }

        @Override
        public String sent(LocalFile file, String key) {
            return key;
        }
    }
}
