package io.encord4j.fake.internal.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.platform.model.Files;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlStorageTest {

    private static final long SEED = 11;
    private static final Instant NOW = Instant.parse("2026-03-12T07:20:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private FakeEncordServer server;
    private FakeWorld world;
    private TestClient client;
    private String objectKey;
    private String uploadUrl;
    private String downloadUrl;

    /** Python's client of 2022 does so: what breaks while it writes is to it a lost connection, not a refusal. */
    @Test
    void tellsARefusalToWhoWritesAllBeforeReading() throws IOException {
        byte[] piece = new byte[1 << 20];
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(uploadUrl.substring(0, uploadUrl.length() - 4) + "AAAA")
                        .toURL()
                        .openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(piece.length);
        try (OutputStream out = connection.getOutputStream()) {
            for (int i = 0; i < 64; i++) {
                out.write(piece);
            }
        }

        assertThat(connection.getResponseCode()).isEqualTo(403);
    }

    @BeforeEach
    void announceAnObject() {
        server = FakeEncordServer.builder()
                .seed(SEED)
                .clock(ClockSetting.frozen(NOW))
                .storageDirectory(directory)
                .start();
        world = server.defaultWorld();
        client = new TestClient(server);
        FakeUser alice = world.newUser("alice@example.com");
        HttpResponse<String> page = client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", alice);
        Map<?, ?> url = (Map<?, ?>) TestClient.list(page, "results").get(0);
        objectKey = (String) url.get("objectKey");
        uploadUrl = (String) url.get("signedUrl");
        downloadUrl = new ObjectUrls(
                        UrlSigner.from(new SplittableRandom(SEED)), Internals.platform(world), server.url())
                .forDownload(objectKey);
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 3_000_000})
    void givesBackTheBytesThatWereSent(int size) {
        byte[] bytes = random(size);

        HttpResponse<String> sent = client.put(uploadUrl, bytes);
        HttpResponse<byte[]> fetched = client.fetch(downloadUrl);

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(bytes);
        assertThat(fetched.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(fetched.headers().firstValueAsLong("Content-Length")).hasValue(size);
    }

    @Test
    void takesChunkedBodiesToo() {
        byte[] bytes = random(200_000);

        HttpResponse<String> sent =
                client.put(uploadUrl, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(client.fetch(downloadUrl).body()).isEqualTo(bytes);
    }

    @Test
    void readsTheFactsFromTheBytes() throws Exception {
        client.put(uploadUrl, resource("/media/h264.mp4"));

        MediaFacts facts = content().facts();

        assertThat(facts.mimeType()).isEqualTo("video/mp4");
        assertThat(facts.width()).isEqualTo(64);
        assertThat(facts.framesPerSecond()).isEqualTo(25.0);
    }

    @Test
    void notesWhatIsWrongWithDamagedMedia() throws Exception {
        client.put(uploadUrl, Arrays.copyOf(resource("/media/h264.mp4"), 300));

        assertThat(content().facts().problem()).contains("ends within its headers");
    }

    @Test
    void keepsTheLastOfSeveralUploads() {
        client.put(uploadUrl, random(10));
        client.put(uploadUrl, random(20));

        assertThat(client.fetch(downloadUrl).body()).isEqualTo(random(20));
    }

    @Test
    void keepsOneOfManyParallelUploadsWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> uploads = IntStream.rangeClosed(1, 8)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> client.put(uploadUrl, random(i * 100_000)).statusCode())
                    .toList();
            for (Future<Integer> upload : threads.invokeAll(uploads)) {
                assertThat(upload.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        byte[] kept = client.fetch(downloadUrl).body();

        assertThat(kept).isEqualTo(random(kept.length));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0, 4",
        "bytes=95-, 206, 95, 100",
        "bytes=95-1000, 206, 95, 100",
        "bytes=-10, 206, 90, 100",
        "bytes=-1000, 206, 0, 100",
        "bytes=100-, 416, 0, 0",
        "bytes=-0, 416, 0, 0",
        "'bytes=0-1,5-6', 200, 0, 100",
        "bytes=5-2, 200, 0, 100",
        "nonsense, 200, 0, 100"
    })
    void fetchesParts(String range, int status, int from, int to) {
        byte[] bytes = random(100);
        client.put(uploadUrl, bytes);

        HttpResponse<byte[]> part = client.fetch(downloadUrl, "Range", range);

        assertThat(part.statusCode()).isEqualTo(status);
        if (status != 416) {
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, from, to));
        }
        if (status == 206) {
            assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes " + from + "-" + (to - 1) + "/100");
        }
    }

    @Test
    void saysWhatDidNotMatch() {
        client.put(uploadUrl, random(10));

        refuses(
                client.put(uploadUrl.replaceAll("signature=.", "signature=z"), random(1)),
                403,
                "SignatureDoesNotMatch");
        refuses(client.put(uploadUrl.replaceAll("\\?.*", ""), random(1)), 403, "AccessDenied");
        refuses(client.put(downloadUrl, random(1)), 403, "signed for GET and was used with PUT");
        refuses(client.put(uploadUrl.replace(objectKey, "cord-data/other"), random(1)), 403, "SignatureDoesNotMatch");
        refuses(client.put(uploadUrl.replace("/default/", "/another/"), random(1)), 403, "SignatureDoesNotMatch");
        refuses(client.put(server.url() + "/storage/", random(1)), 404, "NoSuchKey");
        assertThat(client.fetch(uploadUrl).statusCode()).isEqualTo(403);
        assertThat(client.fetch(downloadUrl).body()).isEqualTo(random(10));
    }

    @Test
    void doesNotAcceptUrlsOfAnotherServer() {
        try (FakeEncordServer other = FakeEncordServer.start()) {
            refuses(client.put(uploadUrl.replace(server.url(), other.url()), random(1)), 403, "SignatureDoesNotMatch");
        }
    }

    @Test
    void refusesExpiredUrlsByTheClockOfTheWorld() {
        world.advance(Duration.ofMinutes(59));
        assertThat(client.put(uploadUrl, random(1)).statusCode()).isEqualTo(200);
        world.advance(Duration.ofMinutes(1));

        refuses(client.put(uploadUrl, random(2)), 403, "has expired");
        assertThat(content().blob().size()).isEqualTo(1);
    }

    @Test
    void answers404BeforeTheUploadAndAfterTheDeletion() {
        assertThat(client.fetch(downloadUrl).statusCode()).isEqualTo(404);
        PlatformState before = Internals.platform(world).snapshot();
        client.put(uploadUrl, random(200_000));

        Internals.platform(world).restore(before.withFiles(Files.NONE));

        refuses(client.put(uploadUrl, random(200_000)), 404, "NoSuchKey");
        assertThat(client.fetch(downloadUrl).statusCode()).isEqualTo(404);
    }

    @Test
    void answers404WhenTheWorldIsGone() {
        FakeWorld other = server.newWorld();
        FakeUser carol = other.newUser("carol@example.com");
        HttpResponse<String> page = client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", carol);
        String url = (String) ((Map<?, ?>) TestClient.list(page, "results").get(0)).get("signedUrl");
        other.close();

        refuses(client.put(url, random(1)), 404, "NoSuchBucket");
    }

    @Test
    void refusesOtherBytesForAnObjectInUse() {
        client.put(uploadUrl, random(10));
        Internals.platform(world).change(tx -> {
            StoredObject object =
                    Objects.requireNonNull(tx.state().files().objects().get(objectKey));
            tx.become(tx.state().withFiles(tx.state().files().withObject(object.used(1))));
        });

        assertThat(client.put(uploadUrl, random(10)).statusCode()).isEqualTo(200);
        refuses(client.put(uploadUrl, random(11)), 409, "ObjectInUse");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "70000, false", "200000, false", "0, true", "70000, true"})
    void keepsNothingOfAnUploadThatIsCut(int sent, boolean chunked) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String target = URI.create(uploadUrl).getRawPath() + "?"
                    + URI.create(uploadUrl).getRawQuery();
            String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: 300000";
            socket.getOutputStream()
                    .write(("PUT " + target + " HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n").getBytes(ISO_8859_1));
            if (chunked) {
                socket.getOutputStream().write((Integer.toHexString(300_000) + "\r\n").getBytes(ISO_8859_1));
            }
            socket.getOutputStream().write(random(sent));
        }

        JournalEntry entry = world.journal().await(e -> e.operation().equals("putObject"), SOON);

        assertThat(entry.progress()).isEqualTo(Progress.CUT);
        assertThat(server.storageUse()).isEqualTo(new FakeEncordServer.StorageUse(0, 0));
        assertThat(client.fetch(downloadUrl).statusCode()).isEqualTo(404);
    }

    @Test
    void writesTheUploadIntoTheJournalWithItsHashAndWithoutTheSignature() throws Exception {
        client.put(uploadUrl, random(5000));

        JournalEntry entry = world.journal().await(e -> e.operation().equals("putObject"), SOON);

        assertThat(entry.status()).isEqualTo(200);
        assertThat(entry.requestBytes()).isEqualTo(5000);
        assertThat(entry.bodySha256()).isEqualTo(content().blob().sha256());
        assertThat(entry.toString()).doesNotContain("signature");
    }

    private StoredObject.Content content() {
        StoredObject object =
                Objects.requireNonNull(Internals.state(world).files().objects().get(objectKey));
        return Objects.requireNonNull(object.content());
    }

    private static void refuses(HttpResponse<String> response, int status, String because) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
        assertThat(response.body()).contains(because);
    }

    /** The same bytes for the same size. */
    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SignedUrlStorageTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
