package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.CallException;
import io.encord4j.CallTimeoutException;
import io.encord4j.ClientOptions;
import io.encord4j.CloudUploadException;
import io.encord4j.ConnectionException;
import io.encord4j.EncordException;
import io.encord4j.GenericServerException;
import io.encord4j.InvalidValueException;
import io.encord4j.RateLimitExceededException;
import io.encord4j.RetryPolicy;
import io.encord4j.UnknownServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private TransportFixture fixture;
    private Transport transport;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** The ways in which a call can fail without an answer after its bytes were sent. */
    private enum Breakdown {
        CLOSED_BEFORE_THE_ANSWER,
        CLOSED_WITHIN_THE_REQUEST,
        CLOSED_WITHIN_THE_ANSWER,
        SILENCE;

        MockResponse answer() {
            MockResponse.Builder answer = new MockResponse.Builder()
                    .body("{\"status\": 200, \"response\": {\"a\": \"" + "x".repeat(100_000) + "\"}}");
            SocketEffect closed = new SocketEffect.CloseSocket();
            return switch (this) {
                case CLOSED_BEFORE_THE_ANSWER -> answer.onResponseStart(closed).build();
                case CLOSED_WITHIN_THE_REQUEST -> answer.onRequestBody(closed).build();
                case CLOSED_WITHIN_THE_ANSWER -> answer.onResponseBody(closed).build();
                case SILENCE ->
                    answer.onResponseStart(SocketEffect.Stall.INSTANCE).build();
            };
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 429, 500, 502, 503})
    void repeatsAReadUntilItSucceeds(int status) {
        for (int i = 0; i < 3; i++) {
            fixture.error(status, "UNKNOWN_ERROR");
        }
        fixture.success("{\"a\": 1}");

        assertThat(fixture.getDataset(transport)).containsEntry("a", 1L);

        assertThat(fixture.time.pauses()).containsExactly(Duration.ZERO, seconds(3), seconds(6));
    }

    @Test
    void givesUpAfterTheLastAttemptWithTheLastAnswer() {
        for (int i = 0; i < 4; i++) {
            fixture.error(503, "TOKEN_" + i);
        }

        GenericServerException error = failure(GenericServerException.class, () -> fixture.getDataset(transport));

        assertThat(error.errorToken()).contains("TOKEN_3");
        assertThat(error.attempts()).isEqualTo(4);
        assertThat(fixture.server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 501, 504})
    void doesNotRepeatAReadAfterOtherStatuses(int status) {
        fixture.error(status, "UNKNOWN_ERROR");

        failure(UnknownServerException.class, () -> fixture.getDataset(transport));

        assertThat(fixture.server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 413, 429, 500, 502, 503})
    void neverRepeatsWhatMustNotBeRepeated(int status) {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", "0")
                .body("{\"status\": 500, \"response\": [\"UNKNOWN_ERROR\"]}")
                .build());
        fixture.success("[1]");

        failure(UnknownServerException.class, () -> fixture.linkItems(transport));

        assertThat(fixture.server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @EnumSource(Breakdown.class)
    void repeatsAReadWhoseAnswerDidNotArrive(Breakdown breakdown) {
        Transport impatient = impatient();
        fixture.server.enqueue(breakdown.answer());
        fixture.success("{\"a\": 1}");

        assertThat(fixture.getDataset(impatient)).containsEntry("a", 1L);
    }

    @ParameterizedTest
    @EnumSource(Breakdown.class)
    void neverRepeatsWhatMayHaveBeenDone(Breakdown breakdown) {
        Transport impatient = impatient();
        fixture.server.enqueue(breakdown.answer());
        fixture.success("[1]");

        CallException error = failure(CallException.class, () -> fixture.linkItems(impatient));

        assertThat(error.mayHaveBeenReceived()).isTrue();
        assertThat(error.attempts()).isOne();
        assertThat(error.remedy()).isNotNull();
        assertThat(fixture.server.getRequestCount()).isLessThanOrEqualTo(1);
    }

    @Test
    void repeatsWhateverNeverLeft() throws IOException {
        Transport unreachable;
        try (MockWebServer gone = new MockWebServer()) {
            gone.start();
            String domain = "http://127.0.0.1:" + gone.getPort();
            unreachable = fixture.open(TransportFixture.SSH, options -> options.domain(domain));
        }

        ConnectionException error = failure(ConnectionException.class, () -> fixture.linkItems(unreachable));

        assertThat(error.attempts()).isEqualTo(4);
        assertThat(error.mayHaveBeenReceived()).isFalse();
        assertThat(error.httpStatus()).isNull();
        assertThat(error).hasMessageContaining("refused the connection");
        assertThat(fixture.time.pauses()).containsExactly(Duration.ZERO, seconds(3), seconds(6));
    }

    @Test
    void namesAnUnknownHost() {
        Transport lost = fixture.open(
                TransportFixture.SSH,
                options -> options.domain("http://no-such-host.invalid").retryPolicy(RetryPolicy.never()));

        assertThat(failure(ConnectionException.class, () -> fixture.getDataset(lost)))
                .matches(error -> error.kind() == ConnectionException.Kind.UNKNOWN_HOST)
                .hasMessageContaining("no-such-host.invalid")
                .hasMessageContaining("Check the domain");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotSendANewRequestOverAConnectionThatWasClosedMeanwhile(boolean usedByAnotherClient) throws Exception {
        fixture.server.enqueue(new MockResponse.Builder()
                .body("{\"status\": 200, \"response\": [1]}")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        fixture.success("[2]");
        RecordingSockets sockets = new RecordingSockets();
        OkHttpClient client = new OkHttpClient.Builder().socketFactory(sockets).build();
        Transport recorded = fixture.open(TransportFixture.SSH, options -> options.httpClient(client));
        Transport first = usedByAnotherClient
                ? fixture.open(TransportFixture.SSH, options -> options.httpClient(client))
                : recorded;

        fixture.linkItems(first);
        // The server closes some time after its answer; nobody else reads from an idle connection.
        assertThat(sockets.made.get(0).getInputStream().read()).isEqualTo(-1);
        assertThat(fixture.linkItems(recorded)).containsExactly(2L);

        assertThat(fixture.request().getConnectionIndex()).isZero();
        assertThat(fixture.request().getConnectionIndex()).isOne();
        client.connectionPool().evictAll();
    }

    @Test
    void signsAndTracesEachAttemptAnew() throws InterruptedException {
        fixture.answer(500, "{}");
        fixture.answer(500, "{}");
        fixture.answer("{\"result\": []}");

        transport.execute(transport.api(TestApi.class).listDatasets(null, null));

        List<RecordedRequest> requests = List.of(fixture.request(), fixture.request(), fixture.request());
        assertThat(requests.stream().map(request -> request.getHeaders().get("X-Cloud-Trace-Context")))
                .doesNotHaveDuplicates();
        // No time passes before the second attempt, and three seconds before the third.
        assertThat(requests.stream()
                        .map(request -> request.getHeaders().get("Signature"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        String inTwoMinutes = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                fixture.time.now().plusSeconds(120).atOffset(ZoneOffset.UTC));
        for (String retryAfter : List.of("7", inTwoMinutes, "soon")) {
            fixture.server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", retryAfter)
                    .body("{\"status\": 503, \"response\": [\"UNKNOWN_ERROR\"]}")
                    .build());
        }
        fixture.success("{\"a\": 1}");

        fixture.getDataset(transport);

        assertThat(fixture.time.pauses()).hasSize(3);
        assertThat(fixture.time.pauses().get(0)).isEqualTo(seconds(7));
        assertThat(fixture.time.pauses().get(1)).isBetween(seconds(111), seconds(113));
        assertThat(fixture.time.pauses().get(2)).isEqualTo(seconds(6));
    }

    @Test
    void doesNotLetOkHttpRepeatBehindItsBack() {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body("{\"status\": 503, \"response\": [\"UNKNOWN_ERROR\"]}")
                .build());
        fixture.success("{\"a\": 1}");

        fixture.getDataset(transport);

        assertThat(fixture.time.pauses()).containsExactly(Duration.ZERO);
    }

    @Test
    void doesNotWaitLongerThanThePolicyAllows() {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "99999999999999999999")
                .build());

        RateLimitExceededException error = failure(
                RateLimitExceededException.class,
                () -> transport.execute(transport.api(TestApi.class).listDatasets(null, null)));

        assertThat(error.attempts()).isOne();
        assertThat(error.retryAfter()).isGreaterThan(Duration.ofDays(300));
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void countsTheWaitsAgainstTheDeadlineOfTheWholeCall() {
        for (int i = 0; i < 4; i++) {
            fixture.error(503, "UNKNOWN_ERROR");
        }
        Transport hasty = fixture.open(TransportFixture.SSH, options -> options.callTimeout(Duration.ofSeconds(8)));

        UnknownServerException error = failure(UnknownServerException.class, () -> fixture.getDataset(hasty));

        // The waits are 0, 3 and 6 seconds: after the third one the time would be up.
        assertThat(error.attempts()).isEqualTo(3);
        assertThat(fixture.time.pauses()).containsExactly(seconds(0), seconds(3));
    }

    @Test
    void boundsTheWholeCall() {
        fixture.server.enqueue(Breakdown.SILENCE.answer());
        Transport hasty = Transport.open(
                ClientOptions.builder()
                        .domain(fixture.domain())
                        .callTimeout(Duration.ofMillis(300))
                        .build(),
                TransportFixture.SSH);

        CallTimeoutException error = failure(CallTimeoutException.class, () -> fixture.getDataset(hasty));

        assertThat(error).hasMessageContaining("300 ms in all");
        hasty.close();
    }

    @Test
    void repeatsAnUploadFromItsBeginningAndReportsTheStoragesRefusal() throws InterruptedException {
        fixture.answer(503, "");
        fixture.answer(403, "<Error>AccessDenied</Error>");
        TestApi storage = transport.storage(TestApi.class);

        EncordException error = failure(
                CloudUploadException.class,
                () -> transport.perform(storage.putObject(
                        fixture.domain() + "/o?sig=canary",
                        RequestBody.create("file".getBytes(StandardCharsets.US_ASCII)))));

        assertThat(error.httpStatus()).isEqualTo(403);
        assertThat(error.attempts()).isEqualTo(2);
        assertThat(error).hasMessageNotContaining("canary");
        assertThat(fixture.request().getBodySize()).isEqualTo(4);
        assertThat(fixture.request().getBodySize()).isEqualTo(4);
    }

    @Test
    void takesOnly200ForASuccessfulUpload() {
        fixture.answer(201, "");
        fixture.server.enqueue(new MockResponse.Builder().code(204).build());
        TestApi storage = transport.storage(TestApi.class);

        for (int i = 0; i < 2; i++) {
            failure(
                    CloudUploadException.class,
                    () -> transport.perform(
                            storage.putObject(fixture.domain() + "/o", RequestBody.create(new byte[1]))));
        }
    }

    @Test
    void handsOnWhatWentWrongOnThisMachine() {
        fixture.server.enqueue(new MockResponse.Builder().build());
        EncordException cause = new InvalidValueException("file", "The file is gone.", "Find it.");
        RequestBody unreadable = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                throw new LocalFailure(cause);
            }
        };

        assertThat(failure(
                        EncordException.class,
                        () -> transport.perform(
                                transport.storage(TestApi.class).putObject(fixture.domain() + "/o", unreadable))))
                .isSameAs(cause);
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void takesAPolicyForASingleCall() {
        fixture.error(500, "UNKNOWN_ERROR");

        failure(
                UnknownServerException.class,
                () -> transport.execute(transport.api(TestApi.class).getDataset(TestApi.NOTHING), RetryPolicy.never()));

        assertThat(fixture.server.getRequestCount()).isOne();
    }

    private Transport impatient() {
        return fixture.open(TransportFixture.SSH, options -> options.readTimeout(Duration.ofMillis(500)));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static final class RecordingSockets extends SocketFactory {

        private final List<Socket> made = new CopyOnWriteArrayList<>();

        @Override
        public Socket createSocket() {
            Socket socket = new Socket();
            made.add(socket);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("OkHttp connects its sockets itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("OkHttp connects its sockets itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("OkHttp connects its sockets itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("OkHttp connects its sockets itself");
        }
    }
}
