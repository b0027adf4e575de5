package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.MalformedAnswerException;
import io.encord4j.RateLimitExceededException;
import io.encord4j.RetryPolicy;
import io.encord4j.ServerException;
import io.encord4j.UnknownServerException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status decides; the text is read as far as it comes. */
class ErrorStatusTest {
    private static final Map<Integer, String> CLASSES = Map.of(
            401, "AuthenticationException",
            403, "AuthorisationException",
            404, "ResourceNotFoundException",
            409, "UnknownServerException",
            429, "RateLimitExceededException",
            500, "UnknownServerException");

    private TransportFixture fixture;
    private Transport transport;
    private TestApi api;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));
        api = transport.api(TestApi.class);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Bodies that do not come whole. */
    private enum Body {
        BREAKS,
        BROKEN_GZIP,
        TEN_MEGABYTES,
        EMPTY;

        MockResponse with(int status) {
            MockResponse.Builder answer = new MockResponse.Builder().code(status);
            return switch (this) {
                case BREAKS ->
                    answer.body("{\"message\": \"not you" + " ".repeat(50_000) + "\"}")
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build();
                case BROKEN_GZIP ->
                    answer.body("not gzip")
                            .addHeader("Content-Encoding", "gzip")
                            .build();
                case TEN_MEGABYTES ->
                    answer.body("{\"message\": \"" + "x".repeat(10 << 20) + "\"}")
                            .build();
                case EMPTY -> answer.build();
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> anErrorIsThatErrorWhateverItsBody() {
        return CLASSES.entrySet().stream()
                .flatMap(expected -> Stream.of(Body.values())
                        .flatMap(body -> Stream.of(
                                test(
                                        expected.getValue(),
                                        expected.getKey(),
                                        body,
                                        "REST",
                                        fresh -> fresh.execute(
                                                fresh.api(TestApi.class).listDatasets(null, null))),
                                test(expected.getValue(), expected.getKey(), body, "RPC", fixture::linkItems))));
    }

    private DynamicTest test(String type, int status, Body body, String wire, Function<Transport, Object> call) {
        return DynamicTest.dynamicTest(status + " " + body + " " + wire, () -> {
            fixture.server.enqueue(body.with(status));

            Transport fresh = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));

            ServerException error = failure(ServerException.class, () -> call.apply(fresh));

            assertThat(error.getClass().getSimpleName()).isEqualTo(type);
            assertThat(error.httpStatus()).isEqualTo(status);
        });
    }

    @Test
    void aTextThatStallsIsTakenAsFarAsItCameWithinFiveSeconds() {
        fixture.server.enqueue(stalling(403, "{\"message\": \"not you, but"));

        ServerException error = failure(ServerException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.getClass().getSimpleName()).isEqualTo("AuthorisationException");
        assertThat(error.serverText()).startsWith("not you");
    }

    @Test
    void theTokenOfAnEnvelopeCountsThoughTheRestStalls() {
        fixture.server.enqueue(stalling(
                200,
                "{\"status\": 400, \"response\": [\"UPLOAD_OPERATION_NOT_SUPPORTED_ERROR\"], \"payload\": \"because"));

        ServerException error = failure(ServerException.class, () -> fixture.linkItems(transport));

        assertThat(error.getClass().getSimpleName()).isEqualTo("UploadOperationNotSupportedException");
    }

    @Test
    void anEnvelopeThatBreaksOffBeforeItsTokenIsWhatItsStatusSays() {
        fixture.answer("{\"status\": 403, \"response\": [\"AUTHOR");

        assertThat(failure(ServerException.class, () -> fixture.linkItems(transport))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("AuthorisationException");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aGatewayThatAnswersARemoteCallSaysThatTheServiceIsUnavailable(int status) {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", "3600")
                .body("<html>upstream</html>")
                .build());

        UnknownServerException error = failure(UnknownServerException.class, () -> fixture.linkItems(transport));

        assertThat(error).hasMessageContaining("temporarily unavailable").hasMessageContaining("3600 s");
        assertThat(error.serverText()).contains("upstream");
        assertThat(error.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void tooManyRemoteCallsAreToldHowLongToWait() {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "86400")
                .build());

        RateLimitExceededException error =
                failure(RateLimitExceededException.class, () -> fixture.linkItems(transport));

        assertThat(error.retryAfter()).isEqualTo(Duration.ofDays(1));
        assertThat(error).hasMessageContaining("86400 s");
    }

    @Test
    void anEnvelopeOfSuccessIsASuccessWhateverItsLengthAndStatus() {
        fixture.answer(404, "{\"status\": 200, \"response\": [\"" + "x".repeat(3 << 20) + "\"]}");

        assertThat(fixture.linkItems(transport)).hasSize(1);
    }

    @Test
    void controlCharactersOfAServerForgeNoLineOfALog() {
        fixture.answer(400, "{\"message\": \"a\\r\\n2026-01-01 INFO paid\\u001b[2K\\u2028\\u202e\"}");

        assertThat(failure(ServerException.class, () -> transport.execute(api.listDatasets(null, null))))
                .hasMessageContaining("a\\r\\n2026-01-01 INFO paid\\u001b[2K\\u2028\\u202e");
    }

    @Test
    void anAnswerThatIsNoListingHasABoundInSkippedFieldsToo() throws IOException {
        fixture.server.enqueue(compressed("{\"skipped\": [0", ", [\"xxxxxxxxxx\"]".repeat(1000), 5_000));

        assertThat(failure(MalformedAnswerException.class, () -> transport.execute(api.listDatasets(null, null))))
                .hasMessageContaining("64 MB");
    }

    @Test
    void aTextHasABoundInListingsToo() throws IOException {
        fixture.server.enqueue(compressed("{\"skipped\": \"", "x".repeat(10_000), 3_000));

        assertThat(failure(MalformedAnswerException.class, () -> transport.execute(api.listDataRows(TestApi.NOTHING))))
                .hasMessageContaining("16 MB");
    }

    @Test
    void aListingMayBeLongerThanThat() throws IOException {
        fixture.server.enqueue(
                compressed("{\"response\": [0", ", \"" + "x".repeat(1 << 20) + "\"", 70, "], \"status\": 200}"));

        assertThat(transport.execute(api.listDataRows(TestApi.NOTHING))).hasSize(71);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        fixture.answer("\ufeff{\"status\": 200, \"response\": [1]}");
        assertThat(fixture.linkItems(transport)).containsExactly(1L);
        fixture.answer("\ufeff{\"result\": []}");
        assertThat(transport.execute(api.listDatasets(null, null))).containsKey("result");
        fixture.answer(403, "\ufeff{\"message\": \"no\"}");
        assertThat(failure(ServerException.class, () -> transport.execute(api.listDatasets(null, null)))
                        .serverText())
                .isEqualTo("no");
    }

    private static MockResponse compressed(String beginning, String part, int times) throws IOException {
        return compressed(beginning, part, times, "");
    }

    private static MockResponse compressed(String beginning, String part, int times, String end) throws IOException {
        Buffer bytes = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(bytes))) {
            sink.writeUtf8(beginning);
            for (int i = 0; i < times; i++) {
                sink.writeUtf8(part);
            }
            sink.writeUtf8(end);
        }
        return new MockResponse.Builder()
                .body(bytes)
                .addHeader("Content-Encoding", "gzip")
                .build();
    }

    private static MockResponse stalling(int status, String beginning) {
        return new MockResponse.Builder()
                .code(status)
                .body(beginning + " ".repeat(1 << 16))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build();
    }
}
