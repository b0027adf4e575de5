package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalAwaitTest {

    /** More than there are threads for control. */
    private static final int MANY = 200;

    private static final String BODY = "{\"operation\": \"listDatasets\", \"timeout\": \"PT60S\"}";

    private static final String TAIL = "/worlds/default/journal/tail";

    private final List<Socket> sockets = new ArrayList<>();
    private FakeEncordServer server;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void takesNoThreadHoweverManyWait() throws Exception {
        for (int i = 0; i < MANY; i++) {
            await();
        }
        assertThat(new ControlClient(server).ok("GET", "/worlds", "")).containsKey("worlds");

        new TestClient(server).anonymous("GET", "/v2/public/datasets/list");

        for (Socket socket : sockets) {
            assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void outlivesClientsThatLeave() throws Exception {
        await().close();
        Socket reset = await();
        reset.setSoLinger(true, 0);
        reset.close();
        Socket stays = await();

        new TestClient(server).anonymous("GET", "/v2/public/datasets/list");

        assertThat(status(stays)).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void endsWhenTheServerIsClosed() throws Exception {
        Socket waiting = await();
        new ControlClient(server).ok("GET", "/worlds", "");

        server.close();

        assertThat(status(waiting)).isIn("HTTP/1.1 408", "");
    }

    @Test
    void tellsWhoFollowsWhatHasEndedSinceTheAnswerBefore() {
        ControlClient control = new ControlClient(server);
        Map<String, Object> nothing = control.ok("GET", TAIL, "");
        assertThat(nothing).containsEntry("entries", List.of()).containsEntry("ended", 0.0);

        new TestClient(server).anonymous("GET", "/v2/public/datasets/list");
        Map<String, Object> first = control.ok("GET", TAIL + "?after=0", "");
        assertThat(sequences(first)).containsExactly(1.0);
        new TestClient(server).anonymous("GET", "/v2/public/datasets/list");
        Map<String, Object> second = control.ok("GET", TAIL + "?after=1", "");

        assertThat(sequences(second)).containsExactly(2.0);
        assertThat(second).containsEntry("ended", 2.0);
        assertThat(sequences(control.ok("GET", TAIL, ""))).containsExactly(1.0, 2.0);
        assertThat(sequences(control.ok("GET", TAIL + "?limit=1", ""))).containsExactly(2.0);
        control.ok("POST", "/worlds/default/reset", "");
        assertThat(control.ok("GET", TAIL + "?after=1", ""))
                .containsEntry("entries", List.of())
                .containsEntry("forgottenUpTo", 2.0);
    }

    @Test
    void letsWhoFollowsWaitWithoutAThread() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send("GET /_fake/worlds/default/journal/tail?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        new TestClient(server).anonymous("GET", "/v2/public/datasets/list");
        for (Socket socket : sockets) {
            assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    private static List<Object> sequences(Map<String, Object> tail) {
        return ((List<?>) tail.get("entries"))
                .stream()
                        .<Object>map(entry -> ((Map<?, ?>) entry).get("sequence"))
                        .toList();
    }

    private Socket await() throws IOException {
        return send("POST /_fake/worlds/default/journal/await HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + BODY.length() + "\r\n\r\n" + BODY);
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), ISO_8859_1);
    }
}
