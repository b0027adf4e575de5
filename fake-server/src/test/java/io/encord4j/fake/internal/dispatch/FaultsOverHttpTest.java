package io.encord4j.fake.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.TestClient.ConnectionFailed;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.FaultReceipt.Strike;
import io.encord4j.fake.faults.RetryAfter;
import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsOverHttpTest {

    private static final String CREATE = "{\"title\": \"Film\", \"createBackingFolder\": true, \"legacyCall\": false}";
    private static final Instant NOW = Instant.parse("2026-03-12T07:20:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeEncordServer server =
            FakeEncordServer.builder().clock(ClockSetting.frozen(NOW)).start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final TestClient client = new TestClient(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersAnErrorInTheServicesWordsInsteadOfHandling() {
        FaultReceipt receipt = world.arm(
                Fault.on("createDataset").beforeHandling(new Effect.ServiceError("AUTHORISATION_ERROR", "no")));

        HttpResponse<String> refused = create();

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(TestClient.object(refused).get("message")).isEqualTo("no");
        assertThat(datasets()).isZero();
        assertThat(receipt.strikes()).containsExactly(new Strike(1, "createDataset", 0));
        assertThat(create().statusCode()).isEqualTo(200);
    }

    @Test
    void losesTheAnswerAfterHandling() throws Exception {
        FaultReceipt receipt = world.arm(Fault.on("createDataset").afterHandling(new Effect.Reset()));

        assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(this::create);

        assertThat(datasets()).isEqualTo(1);
        assertThat(receipt.struck()).isTrue();
        JournalEntry entry = world.journal().await(e -> true, SOON);
        assertThat(entry.progress()).isEqualTo(Progress.CUT);
        assertThat(entry.status()).isZero();
        assertThat(entry.fault()).contains("Reset").contains("after handling");
    }

    /** Whoever sees the connection break may read the journal at once, as whoever has an answer may. */
    @Test
    void theEntryIsThereBeforeTheConnectionBreaks() {
        int calls = 200;
        world.arm(Fault.on("createDataset").times(calls).beforeHandling(new Effect.Reset()));

        for (int call = 1; call <= calls; call++) {
            assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(this::create);
            assertThat(world.journal().entries("createDataset"))
                    .hasSize(call)
                    .last()
                    .asString()
                    .contains("-> cut");
        }
    }

    @Test
    void resetsBeforeHandlingWithoutAnyEffect() {
        world.arm(Fault.on("createDataset").beforeHandling(new Effect.Reset()));

        assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(this::create);

        assertThat(datasets()).isZero();
    }

    @Test
    void tellsWhenToComeAgain() {
        world.arm(Fault.on("createDataset").beforeHandling(new Effect.RetryLater(429, new RetryAfter.Seconds(7))));
        world.arm(Fault.on("createDataset")
                .fromCall(2)
                .beforeHandling(new Effect.RetryLater(503, new RetryAfter.DateAfter(Duration.ofMinutes(2)))));
        world.arm(Fault.on("createDataset")
                .fromCall(3)
                .beforeHandling(new Effect.RetryLater(503, new RetryAfter.Unsaid())));

        HttpResponse<String> first = create();
        HttpResponse<String> second = create();
        HttpResponse<String> third = create();

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).hasValue("Thu, 12 Mar 2026 07:22:00 GMT");
        assertThat(third.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void answersABareStatusAsAProxyWould() {
        world.arm(Fault.onAny().afterHandling(new Effect.Status(502)));

        HttpResponse<String> answer = create();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(datasets()).isEqualTo(1);
    }

    @Test
    void answersWhatIsNoJson() {
        world.arm(Fault.on("createDataset").afterHandling(new Effect.Malformed()));

        HttpResponse<String> answer = create();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).doesNotEndWith("}");
    }

    @Test
    void garblesTheEndOfAnAnswer() {
        world.arm(Fault.on("createDataset").inResponse(5, new Effect.Malformed()));

        assertThat(create().body()).startsWith("{\"dat###").endsWith("###");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 50})
    void cutsAnAnswerShort(long at) throws Exception {
        FaultReceipt receipt = world.arm(Fault.on("createDataset").inResponse(at, new Effect.Truncate()));

        assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(this::create);

        assertThat(receipt.strikes()).containsExactly(new Strike(1, "createDataset", at));
        JournalEntry entry = world.journal().await(e -> true, SOON);
        assertThat(entry.progress()).isEqualTo(Progress.CUT);
        assertThat(entry.responseBytes()).isEqualTo(at);
    }

    @Test
    void doesNotCountAFaultThatLiesBeyondTheEndOfTheAnswer() {
        FaultReceipt receipt = world.arm(Fault.on("createDataset").inResponse(100_000, new Effect.Truncate()));

        assertThat(create().statusCode()).isEqualTo(200);

        assertThat(receipt.struck()).isFalse();
        assertThat(world.faults().unfired()).containsExactly(receipt);
    }

    @Test
    void delaysInRealTime() {
        world.arm(Fault.on("createDataset").beforeHandling(new Effect.Delay(Duration.ofMillis(300))));
        long start = System.nanoTime();

        assertThat(create().statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void sendsAnAnswerInDrops() {
        world.arm(Fault.on("createDataset").inResponse(0, new Effect.Slow(20, Duration.ofMillis(50))));
        long start = System.nanoTime();

        assertThat(TestClient.object(create())).containsKey("datasetUuid");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void endsDelaysWhenTheServerIsClosed() throws Exception {
        world.arm(Fault.on("createDataset").beforeHandling(new Effect.Delay(Duration.ofHours(1))));
        Thread calling = new Thread(this::create);
        calling.start();
        while (world.faults().unfired().size() == 1) {
            Thread.onSpinWait();
        }

        server.close();

        calling.join(Duration.ofSeconds(10).toMillis());
        assertThat(calling.isAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 70_000, 200_000})
    void resetsAnUploadWithinItsBody(long at) throws Exception {
        String url = uploadUrl();
        FaultReceipt receipt = world.arm(Fault.on("putObject").inRequestBody(at, new Effect.Reset()));

        assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(() -> client.put(url, new byte[200_000]));

        assertThat(receipt.strikes()).extracting(Strike::position).containsExactly(at);
        JournalEntry entry = world.journal().await(e -> e.operation().equals("putObject"), SOON);
        assertThat(entry.progress()).isEqualTo(Progress.CUT);
        assertThat(entry.requestBytes()).isEqualTo(at);
        assertThat(server.storageUse()).isEqualTo(new FakeEncordServer.StorageUse(0, 0));
        assertThat(client.put(url, new byte[200_000]).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnUploadWithinItsBody() {
        String url = uploadUrl();
        world.arm(Fault.on("putObject").inRequestBody(1000, new Effect.Status(503)));

        assertThat(client.put(url, new byte[200_000]).statusCode()).isEqualTo(503);
        assertThat(server.storageUse().files()).isZero();
    }

    @Test
    void callsAUrlExpiredThatIsNot() {
        String url = uploadUrl();
        world.arm(Fault.on("putObject").beforeHandling(new Effect.ExpiredUrl()));

        HttpResponse<String> refused = client.put(url, new byte[10]);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("expired");
        assertThat(client.put(url, new byte[10]).statusCode()).isEqualTo(200);
    }

    @Test
    void strikesApiCallsWithinTheirBodies() {
        FaultReceipt receipt = world.arm(Fault.on("createDataset").inRequestBody(10, new Effect.Reset()));
        FaultReceipt beyond = world.arm(Fault.on("createDataset").inRequestBody(10_000, new Effect.Reset()));

        assertThatExceptionOfType(ConnectionFailed.class).isThrownBy(this::create);

        assertThat(receipt.struck()).isTrue();
        assertThat(beyond.struck()).isFalse();
        assertThat(datasets()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutsAnApiCallBeforeItsBodyIsComplete(boolean rpc) throws Exception {
        String operation = rpc ? "deleteData" : "createDataset";
        FaultReceipt receipt = world.arm(Fault.on(operation).inRequestBody(120, new Effect.Reset()));
        String path = rpc ? "/public" : "/v2/public/datasets";
        String start = rpc
                ? "{\"query_type\": \"video\", \"query_method\": \"DELETE\", \"values\": {\"uid\": ["
                : "{\"createBackingFolder\": true, \"legacyCall\": false, \"description\": \"";

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            String headers = "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + alice.bearerToken()
                    + "\r\nContent-Length: 100000\r\n\r\n";
            socket.getOutputStream().write((headers + start + " ".repeat(200)).getBytes(UTF_8));

            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read());
        }

        assertThat(receipt.strikes()).containsExactly(new Strike(1, operation, 120));
        JournalEntry entry = world.journal().await(e -> true, SOON);
        assertThat(entry.operation()).isEqualTo(operation);
        assertThat(entry.progress()).isEqualTo(Progress.CUT);
        assertThat(entry.requestBytes()).isLessThan(1000);
    }

    @Test
    void theSignatureOfACallIsCheckedThoughAFaultWaitsInItsBody() {
        world.arm(Fault.on("createDataset").inRequestBody(10_000, new Effect.Reset()));
        long now = NOW.getEpochSecond();

        assertThat(client.signed("POST", "/v2/public/datasets", CREATE, alice, now)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.signed("POST", "/v2/public/datasets", CREATE, alice, now - 1000)
                        .statusCode())
                .isEqualTo(401);
        assertThat(world.journal().entries())
                .extracting(JournalEntry::user)
                .containsExactly(alice.hash(), alice.hash());
    }

    @Test
    void concernsOneWorldOnly() {
        FakeUser bob = server.defaultWorld().newUser("bob@example.com");
        FaultReceipt receipt = world.arm(Fault.onAny().always().beforeHandling(new Effect.Status(500)));

        assertThat(client.rest("POST", "/v2/public/datasets", CREATE, bob).statusCode())
                .isEqualTo(200);
        assertThat(create().statusCode()).isEqualTo(500);
        assertThat(receipt.count()).isEqualTo(1);
    }

    @Test
    void canDependOnTheCall() {
        FakeUser bob = world.newUser("bob@example.com");
        world.arm(Fault.onAny()
                .always()
                .when(call -> bob.hash().equals(call.user()))
                .beforeHandling(new Effect.Status(500)));

        assertThat(create().statusCode()).isEqualTo(200);
        assertThat(client.get("/v2/public/datasets/list", bob).statusCode()).isEqualTo(500);
    }

    private HttpResponse<String> create() {
        return client.rest("POST", "/v2/public/datasets", CREATE, alice);
    }

    private String uploadUrl() {
        HttpResponse<String> page = client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", alice);
        return (String) ((Map<?, ?>) TestClient.list(page, "results").get(0)).get("signedUrl");
    }

    private int datasets() {
        return Internals.state(world).datasets().size();
    }
}
