package io.encord4j.fake.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.HttpServer;
import io.encord4j.fake.internal.http.HttpServerConfig;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.seed.WorldSeed;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.storage.BlobStoreConfig;
import io.encord4j.fake.internal.storage.StorageHandler;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.Worlds;
import io.encord4j.fake.journal.JournalEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the server fails with, the client is told in the words of the interface that it used, and the journal knows. */
class DefectsTest {

    private final BlobStore blobs = new BlobStore(BlobStoreConfig.defaults());
    private final Worlds worlds = new Worlds(
            new Worlds.Settings(
                    Choices.DEFAULT,
                    ClockSetting.REAL,
                    OptionalLong.empty(),
                    ReEncodePlan.DEFAULT,
                    10,
                    false,
                    (world, entry) -> {}),
            Clock.systemUTC(),
            (delay, task) -> () -> {},
            new WorldSeed(blobs));
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        UrlSigner urls = UrlSigner.withRandomSecret();
        Failing failing = new Failing();
        Dispatcher.Services services =
                new Dispatcher.Services(failing, failing, new StorageHandler(urls, blobs), request -> {
                    throw new StackOverflowError("in control");
                });
        server = HttpServer.start(
                HttpServerConfig.DEFAULT, new Dispatcher(worlds, services, urls, 1_000_000, new Pauses()));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        blobs.close();
    }

    @Test
    void beforeTheOperationIsKnown() throws Exception {
        assertThat(post("/public", "operation").body()).isEqualTo("the interface's own words for UNKNOWN_ERROR");
    }

    @Test
    void whileAnswering() throws Exception {
        HttpResponse<String> response = post("/v2/public/answer", "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("the interface's own words for UNKNOWN_ERROR");
        JournalEntry entry = worlds.defaultWorld().journal().entries().get(0);
        assertThat(entry.operation()).isEqualTo("some");
        assertThat(entry.status()).isEqualTo(500);
    }

    @Test
    void whileTheAnswerIsWritten() throws Exception {
        assertThat(post("/public", "late").body()).isEqualTo("the interface's own words for UNKNOWN_ERROR");
    }

    @Test
    void inControl() throws Exception {
        HttpResponse<String> response = post("/_fake/anything", "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("The fake server failed");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Fails where the body says, with errors rather than exceptions. */
    private static final class Failing implements ApiService {

        @Override
        public RequestedOperation operation(IncomingRequest request, ByteString body) {
            if (body.string(UTF_8).equals("operation")) {
                throw new StackOverflowError("while looking for the operation");
            }
            return new RequestedOperation("some", null, null);
        }

        @Override
        public Reply answer(ApiCall call) {
            throw new AssertionError("nobody is signed in here");
        }

        /** Called for the missing credentials. */
        @Override
        public Answer refused(RefusedException refusal, IncomingRequest request, Choices choices) {
            if (request.path().equals("/public")) {
                return new Answer(
                        200,
                        List.of(),
                        new AnswerBody.Streamed(OptionalLong.empty(), out -> {
                            throw new OutOfMemoryError("while writing");
                        }),
                        null);
            }
            throw new StackOverflowError("while answering");
        }

        @Override
        public Answer error(String token, @Nullable String payload, Choices choices) {
            return Answer.text(500, "text/plain", "the interface's own words for " + token);
        }

        @Override
        public Answer tooLarge(long limit, Choices choices) {
            return Answer.text(413, "text/plain", "too large");
        }
    }
}
