package io.encord4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.EncordException;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.auth.Credential;
import io.encord4j.wire.json.RpcValues;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets that a server repeats in every kind of answer, and that must not come out anywhere. */
@Isolated("listens to the log of the whole virtual machine")
class SecrecyTest {

    private static final String CANARY = "kAnArIeN-0123456789";

    private final Logger log = Logger.getLogger("io.encord4j");
    private final Recorder recorder = new Recorder();
    private TransportFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new TransportFixture();
        log.setLevel(Level.ALL);
        log.addHandler(recorder);
    }

    @AfterEach
    void stop() {
        log.removeHandler(recorder);
        fixture.close();
    }

    static Stream<MockResponse> answersThatTell() {
        String url = "https://bucket.example/o?X-Amz-Signature=" + CANARY;
        return Stream.of(
                        "{\"status\": 404, \"response\": [\"RESOURCE_NOT_FOUND_ERROR\"], \"payload\": \"no @\"}",
                        "{\"status\": 400, \"response\": [\"TOKEN_@\"], \"payload\": {\"@\": \"@\"}}",
                        "{\"status\": 400, \"response\": \"@\"}",
                        "{\"status\": 400, \"response\": [\"INVALID_ARGUMENTS_ERROR\"], \"payload\": \"see " + url
                                + "\"}",
                        "{\"status\": 500, \"message\": \"Authorization: @\"}",
                        "{\"status\": \"@\"}",
                        "{\"status\": 200, \"response\": {\"token\": \"@",
                        "{\"status\": 200, \"response\": \"@\"}",
                        "{\"@\": 1, \"status\": @}",
                        "{\"detail\": [\"@\"]}",
                        "<html>you sent @</html>",
                        "<html>" + "x".repeat(190 - CANARY.length()) + "@",
                        "@")
                .flatMap(body -> Stream.of(200, 400, 500)
                        .map(status -> new MockResponse.Builder()
                                .code(status)
                                .addHeader("X-Echo", CANARY)
                                .body(body.replace("@", CANARY))
                                .build()));
    }

    static Stream<MockResponse> brokenAnswers() {
        return Stream.of(
                new MockResponse.Builder().status("HTTP/1.1 " + CANARY).build(),
                new MockResponse.Builder()
                        .body(CANARY.repeat(1_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource({"answersThatTell", "brokenAnswers"})
    void anApiKeyStaysSecret(MockResponse answer) {
        Transport transport = open(new Credential.ApiKey(CANARY));
        enqueue(answer);

        assertNothingIsTold(() -> fixture.getDataset(transport));
        assertThat(List.of(transport.credential(), transport.options(), transport))
                .asString()
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource({"answersThatTell", "brokenAnswers"})
    void aBearerTokenStaysSecret(MockResponse answer) {
        Transport transport = open(new Credential.Bearer(CANARY));
        TestApi api = transport.api(TestApi.class);
        enqueue(answer);

        assertNothingIsTold(() -> transport.execute(api.listDatasets(null, null)));
        enqueue(answer);
        assertNothingIsTold(() -> transport.perform(api.deleteData(new RpcValues<>(List.of(), null))));
        enqueue(answer);
        assertNothingIsTold(() -> transport.perform(api.addDatasetGroups(TransportFixture.EMPTY)));
    }

    @ParameterizedTest
    @MethodSource({"answersThatTell", "brokenAnswers"})
    void aSignedUrlStaysSecret(MockResponse answer) {
        Transport transport = open(TransportFixture.SSH);
        TestApi storage = transport.storage(TestApi.class);
        String url = fixture.domain() + "/o?X-Goog-Signature=" + CANARY + "&Expires=1";
        enqueue(answer);

        assertNothingIsTold(() -> transport.perform(storage.putObject(url, RequestBody.create(new byte[1]))));
        enqueue(answer);
        assertNothingIsTold(() -> {
            try (OpenAnswer download = transport.download(storage.getObject(url), 0)) {
                download.read(() -> download.source().readByteArray());
            }
        });
    }

    private void enqueue(MockResponse answer) {
        fixture.server.enqueue(answer);
        fixture.server.enqueue(answer);
    }

    private Transport open(Credential credential) {
        return fixture.open(
                credential,
                options -> options.readTimeout(Duration.ofMillis(300))
                        .retryPolicy(RetryPolicy.builder().maxAttempts(2).build()));
    }

    /** Some answers are successes for some calls; those that are not must end in an error of ours. */
    private void assertNothingIsTold(ThrowableAssert.ThrowingCallable call) {
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(call);
        if (failure != null) {
            EncordException error = catchThrowableOfType(EncordException.class, () -> {
                throw failure;
            });
            StringWriter everything = new StringWriter();
            failure.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString()).doesNotContain(CANARY);
            assertThat(String.valueOf(error.details())).doesNotContain(CANARY);
        }
        assertThat(recorder.texts).noneMatch(text -> text.contains(CANARY));
    }

    private static final class Recorder extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            texts.add(line.getMessage() + line.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
