package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long polls that are held: what they cost the server, and what ends them beside the job. */
@Timeout(120)
class HeldPollsTest {

    private static final int MANY = 400;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final String dataset = (String) TestClient.object(new TestClient(server)
                    .rest(
                            "POST",
                            "/v2/public/datasets",
                            "{\"title\": \"Films\", \"createBackingFolder\": true, \"legacyCall\": false}",
                            alice))
            .get("datasetUuid");
    private final JobClient jobs = new JobClient(server, alice, dataset);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void hundredsOfPollsTakeNoThreadsFromOtherCalls() throws Exception {
        String process = pendingJob();
        for (int i = 0; i < MANY; i++) {
            poll(process);
        }
        awaitPolls(process, MANY);

        assertThat(jobs.client().call("dataset", "GET", "null", "null").status())
                .isEqualTo(200);
        assertThat(busyThreads()).isLessThan(MANY / 4);

        world.endJob(process);
        for (Socket socket : sockets) {
            assertThat(answer(socket)).contains("\"DONE\"");
        }
    }

    @Test
    void lettingGoOfAPollThatNobodyWaitsForFreesEverything() throws Exception {
        String process = pendingJob();
        Socket left = poll(process);
        Socket stays = poll(process);
        awaitPolls(process, 2);

        left.close();

        JournalEntry cut = world.journal().await(entry -> entry.progress() == Progress.CUT, SOON);
        assertThat(cut.operation()).isEqualTo("getUploadJob");
        assertThat(cut.status()).isZero();
        world.endJob(process);
        assertThat(answer(stays)).contains("\"DONE\"");
    }

    @Test
    void aResetEndsAPollAsWell() throws Exception {
        String process = pendingJob();
        Socket left = poll(process);
        awaitPolls(process, 1);

        left.setSoLinger(true, 0);
        left.close();

        assertThat(world.journal()
                        .await(entry -> entry.operation().equals("getUploadJob"), SOON)
                        .progress())
                .isEqualTo(Progress.CUT);
    }

    @Test
    void aRequestThatIsSentAheadIsAnsweredAfterThePoll() throws Exception {
        String process = pendingJob();
        Socket socket = poll(process);
        awaitPolls(process, 1);
        send(socket, process);
        send(socket, process);

        world.endJob(process);

        BufferedReader in = reader(socket);
        for (int i = 0; i < 3; i++) {
            assertThat(answer(in)).contains("\"DONE\"");
        }
        send(socket, process);
        assertThat(answer(in)).contains("\"DONE\"");
    }

    @Test
    void aConnectionServesPollAfterPoll() throws Exception {
        Socket socket = null;
        for (int i = 0; i < 5; i++) {
            String process = pendingJob();
            if (socket == null) {
                socket = poll(process);
            } else {
                send(socket, process);
            }
            awaitPolls(process, 1);
            world.endJob(process);
            assertThat(answer(socket)).contains("\"DONE\"");
        }
    }

    @Test
    void aPollAnswersWhatBecameOfItsDatasetWhileItWasHeld() throws Exception {
        String process = pendingJob();
        Socket socket = poll(process);
        awaitPolls(process, 1);

        world.reset();

        assertThat(answer(socket)).contains("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void aFaultAfterHandlingStrikesWhenThePollEnds() throws Exception {
        String process = pendingJob();
        var receipt = world.arm(Fault.on("getUploadJob").afterHandling(new Effect.Status(502)));
        Socket socket = poll(process);
        awaitPolls(process, 1);
        assertThat(receipt.struck()).isFalse();

        world.endJob(process);

        assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 502");
        assertThat(receipt.struck()).isTrue();
    }

    @Test
    void closingTheServerAnswersHeldPolls() throws Exception {
        String process = pendingJob();
        Socket socket = poll(process);
        awaitPolls(process, 1);

        server.close();

        assertThat(answer(socket)).contains("\"PENDING\"");
    }

    private String pendingJob() {
        world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
        return jobs.start(JobClient.dataItems(
                        "videos",
                        "{\"objectUrl\": " + quoted(jobs.send("video", Samples.MP4))
                                + ", \"title\": \"t\", \"clientMetadata\": {}, \"externalFileType\": \"VIDEO\"}"))
                .text("process_hash");
    }

    private Socket poll(String process) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) SOON.toMillis());
        sockets.add(socket);
        send(socket, process);
        return socket;
    }

    private void send(Socket socket, String process) throws IOException {
        String body = "{\"query_type\": \"datasetdatalongpolling\", \"query_method\": \"GET\", \"values\": {\"uid\": "
                + quoted(dataset) + ", \"payload\": {\"process_hash\": " + quoted(process)
                + ", \"timeout_seconds\": 3600}}}";
        String request = "POST /public HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + alice.bearerToken()
                + "\r\nResourceType: dataset\r\nResourceID: " + dataset + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    private void awaitPolls(String process, int count) throws Exception {
        Internals.platform(world)
                .whenTrue(
                        state -> polls(state, process) >= count,
                        world.clock().instant().plus(SOON))
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(polls(Internals.state(world), process)).isEqualTo(count);
    }

    private static int polls(PlatformState state, String process) {
        return Objects.requireNonNull(state.work().jobs().get(process)).polls();
    }

    /** Threads at work in all servers of this JVM: other tests run beside this one, with a few each. */
    private static long busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("encord4j-fake-server"))
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.encord4j")))
                .count();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static String answer(Socket socket) throws IOException {
        return answer(reader(socket));
    }

    private static String answer(BufferedReader in) throws IOException {
        int length = -1;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            body.append((char) in.read());
        }
        return body.toString();
    }
}
