package io.encord4j.fake.internal.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeEncordServer.StorageUse;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that end too early, come twice, or come too late: what is kept of them is defined, and nothing is left over. */
class InterruptedUploadsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final StorageUse NOTHING = new StorageUse(0, 0);

    @TempDir
    private Path directory;

    private FakeEncordServer server;
    private FakeWorld world;
    private FakeUser alice;
    private TestClient client;
    private FakeDataset dataset;

    @BeforeEach
    void start() {
        server = FakeEncordServer.builder()
                .storageDirectory(directory)
                .memoryLimit(64)
                .start();
        world = server.newWorld();
        alice = world.newUser("alice@example.com");
        client = new TestClient(server);
        dataset = world.newDataset(alice, "Films");
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(directory).isEmptyDirectory();
    }

    /**
     * 150 bytes are more than stay in memory here, so some cuts hit a file that was begun. Chunks are complete when the last
     * one, which is empty, has come; what should follow it tells nothing.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepNothingWhereverTheyAreCut(boolean chunked) throws Exception {
        Upload upload = announce();
        byte[] request = request(upload.path(), bytes(150, 1), chunked);
        int head = new String(request, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        int complete = request.length - (chunked ? "\r\n\r\n".length() : 0);
        for (int cut = head; cut < complete; cut++) {
            world.journal().clear();
            try (Socket socket = connect()) {
                socket.getOutputStream().write(request, 0, cut);
            }
            JournalEntry entry = world.journal().await(e -> e.operation().equals("putObject"), SOON);
            assertThat(entry.progress()).as("cut at byte " + cut).isEqualTo(Progress.CUT);
            assertThat(server.storageUse()).as("cut at byte " + cut).isEqualTo(NOTHING);
            assertThat(object(upload).content()).as("cut at byte " + cut).isNull();
        }
        assertThat(client.put(upload.url(), bytes(150, 1)).statusCode()).isEqualTo(200);
        assertThat(server.storageUse()).isEqualTo(new StorageUse(0, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areNotEvenSeenWhenTheyAreCutWithinTheirHead(boolean chunked) throws Exception {
        Upload upload = announce();
        byte[] request = request(upload.path(), bytes(150, 1), chunked);
        int head = new String(request, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        world.journal().clear();
        for (int cut = 0; cut < head; cut += 7) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(request, 0, cut);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
        assertThat(world.journal().entries()).isEmpty();
        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    @Test
    void ofBytesInUseAreTakenAgainButKeptOnce() throws Exception {
        Upload upload = announce();
        byte[] film = film();
        client.put(upload.url(), film);
        register(upload);
        StorageUse one = server.storageUse();

        assertThat(client.put(upload.url(), film).statusCode()).isEqualTo(200);
        assertThat(server.storageUse()).isEqualTo(one);
        assertThat(client.put(upload.url(), bytes(500, 2)).statusCode()).isEqualTo(409);
        assertThat(server.storageUse()).isEqualTo(one);
    }

    @Test
    void afterTheDeletionAreRefusedAndKeepNothing() throws Exception {
        Upload upload = announce();
        client.put(upload.url(), film());
        delete(register(upload));

        assertThat(client.put(upload.url(), bytes(5_000, 2)).statusCode()).isEqualTo(404);
        assertThat(server.storageUse()).isEqualTo(NOTHING);
        assertThat(Internals.state(world).files().objects()).isEmpty();
    }

    @Test
    void thatADeletionOvertakesAreRefusedAndKeepNothing() throws Exception {
        Upload upload = announce();
        byte[] film = film();
        client.put(upload.url(), film);
        String row = register(upload);
        byte[] request = request(upload.path(), film, false);
        int half = request.length / 2;
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request, 0, half);
            awaitFiles(2);
            delete(row);
            socket.getOutputStream().write(request, half, request.length - half);

            assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 404");
        }
        assertThat(server.storageUse()).isEqualTo(NOTHING);
        assertThat(Internals.state(world).files().objects()).isEmpty();
    }

    private record Upload(String hash, String key, String url) {

        String path() {
            URI uri = URI.create(url);
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }
    }

    private Upload announce() {
        Map<?, ?> signed =
                (Map<?, ?>) rpc("signedvideourl", "GET", "\"film.mp4\"", "null").get("response");
        return new Upload(
                (String) signed.get("data_hash"), (String) signed.get("file_link"), (String) signed.get("signed_url"));
    }

    private String register(Upload upload) {
        Map<?, ?> row = (Map<?, ?>) rpc(
                        "video",
                        "PUT",
                        "\"" + upload.hash() + "\"",
                        "{\"signed_url\": \"u\", \"data_hash\": \"" + upload.hash()
                                + "\", \"title\": \"film.mp4\", \"file_link\": \"l\"}")
                .get("response");
        return (String) row.get("data_hash");
    }

    private void delete(String row) {
        assertThat(rpc("video", "DELETE", "[\"" + row + "\"]", "null")).containsEntry("status", 200.0);
    }

    private Map<String, Object> rpc(String type, String method, String uid, String payload) {
        return TestClient.object(client.send(HttpRequest.newBuilder(URI.create(server.url() + "/public"))
                .header("Authorization", dataset.apiKey())
                .header("ResourceID", dataset.hash())
                .POST(BodyPublishers.ofString("{\"query_type\": \"" + type + "\", \"query_method\": \"" + method
                        + "\", \"values\": {\"uid\": " + uid + ", \"payload\": " + payload + "}}"))));
    }

    private StoredObject object(Upload upload) {
        return Objects.requireNonNull(Internals.state(world).files().objects().get(upload.key()));
    }

    private void awaitFiles(int count) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (server.storageUse().files() < count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) SOON.toMillis());
        return socket;
    }

    private static byte[] request(String target, byte[] body, boolean chunked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        out.writeBytes(("PUT " + target + " HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n").getBytes(ISO_8859_1));
        for (int at = 0; chunked && at < body.length; at += 64) {
            byte[] chunk = Arrays.copyOfRange(body, at, Math.min(at + 64, body.length));
            out.writeBytes((Integer.toHexString(chunk.length) + "\r\n").getBytes(ISO_8859_1));
            out.writeBytes(chunk);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes(chunked ? "0\r\n\r\n".getBytes(ISO_8859_1) : body);
        return out.toByteArray();
    }

    /** Whole boxes of no movie: more than memory takes here, and registered as a video nevertheless. */
    private static byte[] film() {
        byte[] film = new byte[200_000];
        byte[] boxes = {
            0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 0, 3, 13, 48, 'm', 'd', 'a', 't'
        };
        System.arraycopy(boxes, 0, film, 0, boxes.length);
        return film;
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
