package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.AuthenticationException;
import io.encord4j.CallTimeoutException;
import io.encord4j.CancelledException;
import io.encord4j.ClientClosedException;
import io.encord4j.ClientOptions;
import io.encord4j.EncordException;
import io.encord4j.InterruptedCallException;
import io.encord4j.RetryPolicy;
import io.encord4j.support.Awaiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interruption, cancellation, and what remains after {@code close()}. Nothing may hang. */
@Timeout(60)
class LifecycleTest {

    private static final Duration SOON = Awaiting.SOON;

    private TransportFixture fixture;
    private Transport transport;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anInterruptEndsACallAtOnceAndStaysSet() throws InterruptedException {
        stall();
        AtomicReference<EncordException> error = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            error.set(failure(EncordException.class, () -> fixture.getDataset(transport)));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        fixture.request();

        caller.interrupt();

        assertThat(joined(caller)).isTrue();
        assertThat(error.get()).isInstanceOf(InterruptedCallException.class);
        assertThat(((InterruptedCallException) error.get()).mayHaveBeenReceived())
                .isTrue();
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();
        try {
            InterruptedCallException error =
                    failure(InterruptedCallException.class, () -> fixture.getDataset(transport));
            assertThat(error.mayHaveBeenReceived()).isFalse();
            assertThat(error.attempts()).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(fixture.server.getRequestCount()).isZero();
    }

    @Test
    void anInterruptEndsTheWaitBeforeARepetition() throws InterruptedException {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "600")
                .body("{\"status\": 503, \"response\": [\"UNKNOWN_ERROR\"]}")
                .build());
        CountDownLatch waiting = new CountDownLatch(1);
        Timing timing = new Timing(
                Clock.systemUTC(),
                System::nanoTime,
                (duration, until) -> {
                    waiting.countDown();
                    until.await(duration.toSeconds(), TimeUnit.SECONDS);
                },
                new Random(1));
        AtomicReference<EncordException> error = new AtomicReference<>();
        try (Transport patient = Transport.open(
                ClientOptions.builder().domain(fixture.domain()).build(), TransportFixture.SSH, timing)) {
            Thread caller =
                    new Thread(() -> error.set(failure(EncordException.class, () -> fixture.getDataset(patient))));
            caller.start();
            waiting.await();

            caller.interrupt();

            assertThat(joined(caller)).isTrue();
            assertThat(error.get()).isInstanceOf(InterruptedCallException.class);
        }
    }

    @Test
    void anInterruptedUploadFreesItsSource() throws InterruptedException {
        fixture.server.enqueue(new MockResponse.Builder()
                .doNotReadRequestBody()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        RequestBody endless = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] block = new byte[64 * 1024];
                try {
                    while (true) {
                        sink.write(block);
                        writing.countDown();
                    }
                } finally {
                    released.countDown();
                }
            }
        };
        Thread caller = new Thread(() -> failure(
                InterruptedCallException.class,
                () -> transport.perform(transport.storage(TestApi.class).putObject(fixture.domain() + "/o", endless))));
        caller.start();
        writing.await();

        caller.interrupt();

        assertThat(released.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(joined(caller)).isTrue();
    }

    @Test
    void cancellingAFutureCancelsItsCall() throws InterruptedException {
        stall();
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Object> future = transport.async(() -> {
            try {
                return fixture.getDataset(transport);
            } finally {
                ended.countDown();
            }
        });
        fixture.request();

        future.cancel(true);

        assertThat(ended.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void aFutureThatTimesOutCancelsItsCallToo() throws InterruptedException {
        stall();
        CountDownLatch ended = new CountDownLatch(1);
        transport
                .async(() -> {
                    try {
                        return fixture.getDataset(transport);
                    } finally {
                        ended.countDown();
                    }
                })
                .orTimeout(50, TimeUnit.MILLISECONDS);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancellingAFutureThatFollowsAnotherCancelsTheCallToo() throws InterruptedException {
        stall();
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Integer> sizes =
                callThatCounts(ended).thenApply(Map::size).whenComplete((size, failure) -> {});
        fixture.request();

        sizes.cancel(true);

        assertThat(ended.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void aFollowingFutureThatTimesOutCancelsTheCallToo() throws InterruptedException {
        stall();
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Integer> sizes =
                callThatCounts(ended).thenApply(Map::size).orTimeout(50, TimeUnit.MILLISECONDS);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sizes).isCompletedExceptionally();
    }

    @Test
    void cancellingACopyLeavesTheCallAlone() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Map<String, Object>> future = transport.async(() -> {
            awaitQuietly(asked);
            return fixture.getDataset(transport);
        });
        fixture.success("{\"a\": 1}");

        future.copy().cancel(true);
        asked.countDown();

        assertThat(future.join()).containsEntry("a", 1L);
        assertThat(future.copy().join()).containsEntry("a", 1L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("The work was interrupted", e);
        }
    }

    private CompletableFuture<Map<String, Object>> callThatCounts(CountDownLatch ended) {
        return transport.async(() -> {
            try {
                return fixture.getDataset(transport);
            } finally {
                ended.countDown();
            }
        });
    }

    @Test
    void aFutureHasTheResultOrTheError() {
        fixture.success("{\"a\": 1}");
        assertThat(transport.async(() -> fixture.getDataset(transport)).join()).containsEntry("a", 1L);

        fixture.error(401, "AUTHENTICATION_ERROR");
        assertThat(transport.async(() -> fixture.getDataset(transport)))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(AuthenticationException.class);
    }

    @Test
    void workThatFollowsAFutureIsNotInterrupted() {
        fixture.success("{\"a\": 1}");

        assertThat(transport
                        .async(() -> fixture.getDataset(transport))
                        .thenApply(result -> Thread.currentThread().isInterrupted())
                        .join())
                .isFalse();
    }

    @Test
    void closingEndsCallsAndWaits() throws InterruptedException {
        stall();
        AtomicReference<EncordException> error = new AtomicReference<>();
        Thread caller =
                new Thread(() -> error.set(failure(EncordException.class, () -> fixture.getDataset(transport))));
        caller.start();
        fixture.request();

        transport.close();

        assertThat(joined(caller)).isTrue();
        assertThat(error.get()).isInstanceOf(CancelledException.class).hasMessageContaining("closed during the call");
        assertThatThrownBy(() -> fixture.getDataset(transport))
                .isInstanceOf(ClientClosedException.class)
                .hasMessageContaining("is closed");
        assertThat(transport.async(() -> 1)).isCompletedExceptionally();
        failure(CancelledException.class, () -> transport.pause(Duration.ofHours(1)));
        transport.close();
    }

    @Test
    void workCanCloseTheTransportThatItRunsOn() {
        assertThat(transport.async(() -> {
                    transport.close();
                    return "done";
                }))
                .succeedsWithin(Duration.ofSeconds(1));
    }

    @Test
    void twoHundredTransportsLeaveNoThread() throws InterruptedException {
        useOnce();
        Set<Thread> before = threads();

        for (int i = 0; i < 200; i++) {
            useOnce();
        }

        Set<Thread> left = threads();
        left.removeAll(before);
        for (Thread thread : left) {
            // An executor counts as terminated a moment before its last thread has ended.
            assertThat(joined(thread)).as(thread.getName()).isTrue();
        }
    }

    @Test
    void aUsersClientIsUsedAndLeftAsItWas() throws InterruptedException {
        AtomicReference<String> seen = new AtomicReference<>();
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(pool)
                .readTimeout(Duration.ofMillis(700))
                .addInterceptor(chain -> {
                    Response response = chain.proceed(
                            chain.request().newBuilder().header("X-Mine", "yes").build());
                    seen.set("HTTP " + response.code());
                    return response;
                })
                .build();
        fixture.answer(404, "{\"status\": 200, \"response\": {\"a\": 1}}");
        fixture.success("{\"a\": 1}");
        Transport borrowing = fixture.open(
                TransportFixture.SSH, options -> options.httpClient(client).retryPolicy(RetryPolicy.never()));

        fixture.getDataset(borrowing);

        assertThat(seen).hasValue("HTTP 404");
        assertThat(fixture.request().getHeaders().get("X-Mine")).isEqualTo("yes");
        assertThat(borrowing.options().readTimeout()).isNull();
        borrowing.close();
        assertThat(pool.idleConnectionCount()).isOne();
        assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
        assertThat(client.retryOnConnectionFailure()).isTrue();
        assertThat(client.interceptors()).hasSize(1);
        client.dispatcher().executorService().shutdown();
        pool.evictAll();
    }

    @Test
    void aUsersTimeoutsStayUnlessOthersAreSet() {
        OkHttpClient client =
                new OkHttpClient.Builder().readTimeout(Duration.ofMillis(300)).build();
        stall();
        Transport borrowing = fixture.open(
                TransportFixture.SSH, options -> options.httpClient(client).retryPolicy(RetryPolicy.never()));

        failure(CallTimeoutException.class, () -> fixture.getDataset(borrowing));
    }

    private void useOnce() {
        fixture.success("{\"a\": 1}");
        try (Transport used =
                Transport.open(ClientOptions.builder().domain(fixture.domain()).build(), TransportFixture.SSH)) {
            fixture.getDataset(used);
            used.async(() -> 1).join();
        }
    }

    /** Those that a client makes: its own, and those that OkHttp makes for each client. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> List.of("encord4j-", "OkHttp http").stream()
                        .anyMatch(prefix -> thread.getName().startsWith(prefix)))
                .collect(Collectors.toSet());
    }

    private static boolean joined(Thread thread) throws InterruptedException {
        thread.join(SOON.toMillis());
        return !thread.isAlive();
    }

    private void stall() {
        fixture.server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }
}
