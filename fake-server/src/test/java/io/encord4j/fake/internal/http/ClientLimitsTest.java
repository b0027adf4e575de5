package io.encord4j.fake.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that do not go on sending or reading keep neither the reserve nor, for ever, anybody else from an answer. */
class ClientLimitsTest {

    private static final int AT_ONCE = 5;
    private static final int CONNECTIONS = 8;
    private static final String HALF_A_BODY = "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf";
    private static final int LARGE = 64 * 1024 * 1024;

    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(AT_ONCE);
    private final CountDownLatch holding = new CountDownLatch(CONNECTIONS);
    private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();
    private final CountDownLatch free = new CountDownLatch(AT_ONCE);

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void theReserveAnswersWhileAllOthersAreBusy() throws Exception {
        try (HttpServer server = start(Duration.ofMinutes(1))) {
            for (int i = 0; i < AT_ONCE; i++) {
                send(server, HALF_A_BODY);
            }
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(answer(send(server, HALF_A_BODY)))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1");
            assertThat(answer(send(server, "GET /reserve HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theReserveAnswersHoweverManyConnectionsAreOpen() throws Exception {
        try (HttpServer server = start(Duration.ofMinutes(1))) {
            for (int i = 0; i < 10 * CONNECTIONS; i++) {
                send(server, "GET /a-request-line-without-an-end");
            }
            for (int i = 0; i < AT_ONCE; i++) {
                send(server, HALF_A_BODY);
            }
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(answer(send(server, "GET /reserve HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(answer(sockets.get(0))).as("the one that waited longest").isEmpty();
        }
    }

    @Test
    void heldRequestsTakeConnectionsButNotThoseOfTheReserve() throws Exception {
        try (HttpServer server = start(Duration.ofMinutes(1))) {
            for (int i = 0; i < CONNECTIONS; i++) {
                send(server, "GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            assertThat(holding.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(answer(send(server, "GET /held HTTP/1.1\r\nHost: x\r\n\r\n")))
                    .startsWith("HTTP/1.1 503");
            assertThat(answer(send(server, "GET /reserve HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                    .startsWith("HTTP/1.1 200");
            released.complete(null);
            assertThat(sockets.get(0).getInputStream().readNBytes(12))
                    .asString()
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void clientsThatStopSendingAreLeft() throws Exception {
        try (HttpServer server = start(Duration.ofMillis(300))) {
            for (int i = 0; i < AT_ONCE; i++) {
                send(server, HALF_A_BODY);
            }
            assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void clientsThatSendDropByDropAreLeft() throws Exception {
        try (HttpServer server = start(Duration.ofMillis(300))) {
            Socket socket = send(server, HALF_A_BODY);
            CountDownLatch left = new CountDownLatch(1);
            Thread dripping = new Thread(() -> drip(socket, left));
            dripping.start();
            assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
            dripping.join();
        }
    }

    @Test
    void clientsThatDoNotReadAreLeft() throws Exception {
        try (HttpServer server = start(Duration.ofMillis(300))) {
            for (int i = 0; i < AT_ONCE; i++) {
                send(server, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private HttpServer start(Duration patience) throws IOException {
        HttpServerConfig config =
                HttpServerConfig.DEFAULT.withLimits(new ClientLimits(AT_ONCE, 2, CONNECTIONS, patience));
        return HttpServer.start(config, new HttpServer.Handler() {
            @Override
            public void handle(HttpExchange exchange) {
                busy.countDown();
                if (exchange.path().equals("/held")) {
                    exchange.hold(released, () -> send(exchange));
                    holding.countDown();
                    return;
                }
                try {
                    exchange.body().readAllBytes();
                } catch (IOException e) {
                    exchange.hangUp();
                    free.countDown();
                    return;
                }
                send(exchange);
            }

            private void send(HttpExchange exchange) {
                try {
                    exchange.send(
                            exchange.path().equals("/large") ? large() : Answer.json(200, AnswerBody.of("{}")),
                            UnaryOperator.identity());
                } catch (IOException e) {
                    exchange.hangUp();
                    free.countDown();
                }
            }

            @Override
            public boolean usesReserve(HttpExchange exchange) {
                return exchange.path().equals("/reserve");
            }
        });
    }

    private static Answer large() {
        AnswerBody body = new AnswerBody.Streamed(OptionalLong.of(LARGE), out -> {
            byte[] some = new byte[64 * 1024];
            for (int sent = 0; sent < LARGE; sent += some.length) {
                out.write(some);
            }
        });
        return new Answer(200, List.of(), body, null);
    }

    /** Sends a byte whenever the server has had time to read the one before it, until it is left. */
    private static void drip(Socket socket, CountDownLatch left) {
        try {
            socket.setSoTimeout(50);
            while (true) {
                socket.getOutputStream().write('x');
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (SocketTimeoutException e) {
                    // Nothing yet.
                }
            }
        } catch (IOException e) {
            // Left by a reset.
        }
        left.countDown();
    }

    private Socket send(HttpServer server, String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(answer);
        } catch (IOException reset) {
            // The server did not read the whole request.
        }
        return answer.toString(ISO_8859_1);
    }
}
