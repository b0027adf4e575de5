package io.encord4j.fake.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersWhatTheHandlerAnswers() throws Exception {
        try (HttpServer server = serving(exchange -> Answer.json(418, AnswerBody.of("{\"tea\": \"pot\"}")))) {
            HttpResponse<String> answer = get(server, "/");

            assertThat(answer.statusCode()).isEqualTo(418);
            assertThat(answer.body()).isEqualTo("{\"tea\": \"pot\"}");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Content-Length")).hasValue("14");
            assertThat(answer.headers().map()).doesNotContainKey("Server");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/public/datasets/list?titleLike=100%25+a%2Bb+%26+c%3Dd%2F%C3%A9%3F%23~&includeOrgAccess=False",
                "/v2/public/datasets/a%2Fb/groups",
                "/a//b/../c/./d;x=1?",
                "/a/%2e%2e/%01",
                "/?a=%zz&b=%"
            })
    void keepsTheTargetAsSent(String target) throws Exception {
        try (HttpServer server = serving(exchange -> Answer.text(200, "text/plain", exchange.target()))) {
            assertThat(raw(server, "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\n" + target);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n"})
    void answersWhatIsNotHttpWithAJsonMessage(String request) throws Exception {
        try (HttpServer server = serving(exchange -> Answer.text(200, "text/plain", "fine"))) {
            assertThat(raw(server, request)).matches("(?s)HTTP/1.1 400.*\\{\"message\": .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PATCH", "BREW"})
    void handsEveryMethodToTheHandler(String method) throws Exception {
        try (HttpServer server = serving(exchange -> Answer.text(200, "text/plain", exchange.method()))) {
            assertThat(raw(server, method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .endsWith("\r\n\r\n" + method);
        }
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        try (HttpServer server = serving(exchange -> Answer.text(200, "text/plain", "12345"))) {
            assertThat(raw(server, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .contains("Content-Length: 5\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void readsBodiesOfBothFramings() throws Exception {
        byte[] bytes = new byte[300_000];
        try (HttpServer server = serving(exchange -> {
            long length = exchange.body().transferTo(OutputStream.nullOutputStream());
            return Answer.text(200, "text/plain", length + " " + exchange.bytesReceived());
        })) {
            assertThat(send(server, BodyPublishers.ofByteArray(bytes)).body()).isEqualTo("300000 300000");
            assertThat(send(server, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                            .body())
                    .isEqualTo("300000 300000");
        }
    }

    @Test
    void letsAClientFinishSendingBeforeItIsRefused() throws Exception {
        byte[] bytes = new byte[5_000_000];
        try (HttpServer server = serving(exchange -> Answer.text(403, "text/plain", "refused"))) {
            HttpResponse<String> answer =
                    send(server, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345",
                "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n"
            })
    void noticesACutBody(String request) throws Exception {
        CompletableFuture<IOException> failure = new CompletableFuture<>();
        try (HttpServer server = serving(exchange -> {
            try {
                exchange.body().transferTo(OutputStream.nullOutputStream());
                failure.complete(null);
            } catch (IOException e) {
                failure.complete(e);
            }
            return Answer.text(200, "text/plain", "");
        })) {
            try (Socket socket = connect(server)) {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            }
            assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void resetsAConnection() throws Exception {
        try (HttpServer server = HttpServer.start(HttpServerConfig.DEFAULT, HttpExchange::reset);
                Socket socket = connect(server)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));

            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read())
                    .withMessageContaining("reset");
        }
    }

    @Test
    void hangsUpInOrder() throws Exception {
        try (HttpServer server = HttpServer.start(HttpServerConfig.DEFAULT, HttpExchange::hangUp)) {
            assertThat(raw(server, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).isEmpty();
        }
    }

    @Test
    void doesNotEndAnAnswerInOrderThatItCannotProduce() throws Exception {
        AnswerBody broken = new AnswerBody.Streamed(OptionalLong.empty(), out -> {
            out.write("begun".getBytes(UTF_8));
            throw new IOException("disk gone");
        });
        try (HttpServer server = serving(exchange -> Answer.json(200, broken))) {
            assertThatIOException().isThrownBy(() -> get(server, "/"));
        }
    }

    @Test
    void tellsWhenTheAnswerIsOnTheWire() throws Exception {
        CompletableFuture<Optional<Throwable>> over = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        AnswerBody slow = new AnswerBody.Streamed(OptionalLong.empty(), out -> {
            out.write('a');
            out.flush();
            awaitUninterrupted(go);
            out.write('b');
        });
        try (HttpServer server = HttpServer.start(HttpServerConfig.DEFAULT, exchange -> {
            exchange.whenOver(failure -> over.complete(Optional.ofNullable(failure)));
            sendQuietly(exchange, new Answer(200, List.of(), slow, null));
        })) {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.ofString());
            assertThat(over).isNotDone();
            go.countDown();

            assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("ab");
            assertThat(over.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void tellsWhenTheConnectionWasReset() throws Exception {
        CompletableFuture<Optional<Throwable>> over = new CompletableFuture<>();
        try (HttpServer server = HttpServer.start(HttpServerConfig.DEFAULT, exchange -> {
            exchange.whenOver(failure -> over.complete(Optional.ofNullable(failure)));
            exchange.reset();
        })) {
            assertThatIOException().isThrownBy(() -> get(server, "/"));

            assertThat(over.get(10, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void letsRequestsInProgressFinishWhenClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HttpServer server = serving(exchange -> {
            begun.countDown();
            awaitUninterrupted(go);
            return Answer.text(200, "text/plain", "finished");
        });
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.ofString());
        begun.await();
        Thread closing = new Thread(server::close);
        closing.start();
        go.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("finished");
        closing.join();
    }

    @Test
    void closesQuicklyWhileAClientKeepsItsConnection() throws Exception {
        HttpServer server = serving(exchange -> Answer.text(200, "text/plain", "fine"));
        get(server, "/");
        long start = System.nanoTime();

        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        HttpServer server = serving(exchange -> Answer.text(200, "text/plain", "fine"));
        get(server, "/");
        Set<Thread> own = threadsOf(server);
        assertThat(own).isNotEmpty();

        server.close();

        for (Thread thread : own) {
            thread.join(10_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void sharesAJvmWithOtherServers() throws Exception {
        try (HttpServer one = serving(exchange -> Answer.text(200, "text/plain", "one"));
                HttpServer other = serving(exchange -> Answer.text(200, "text/plain", "other"))) {
            assertThat(get(one, "/").body()).isEqualTo("one");
            assertThat(get(other, "/").body()).isEqualTo("other");
        }
    }

    @Test
    void refusesATakenPort() throws Exception {
        try (HttpServer server = serving(exchange -> Answer.text(200, "text/plain", "fine"))) {
            HttpServerConfig same =
                    new HttpServerConfig("127.0.0.1", server.port(), Optional.empty(), false, Duration.ofSeconds(1));

            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> HttpServer.start(same, HttpExchange::reset));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Host: fake.test:81', false, http://fake.test:81",
        "'Host: [::1]:81', false, http://[::1]:81",
        "'Host: a\r\nX-Forwarded-Host: b\r\nX-Forwarded-Proto: https', false, http://a",
        "'Host: a\r\nX-Forwarded-Host: b:444, c\r\nX-Forwarded-Proto: https', true, https://b:444",
        "'Host: a\r\nX-Forwarded-Host: b/<script>', true, http://127.0.0.1:PORT",
    })
    void findsTheUrlThatTheClientUsed(String headers, boolean trusting, String expected) throws Exception {
        HttpServerConfig config =
                new HttpServerConfig("127.0.0.1", 0, Optional.empty(), trusting, Duration.ofSeconds(1));
        try (HttpServer server = HttpServer.start(
                config, exchange -> sendQuietly(exchange, Answer.text(200, "text/plain", exchange.baseUrl())))) {
            assertThat(raw(server, "GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n"))
                    .endsWith("\r\n\r\n" + expected.replace("PORT", "" + server.port()));
        }
    }

    @Test
    void prefersThePublicUrl() throws Exception {
        HttpServerConfig config =
                new HttpServerConfig("127.0.0.1", 0, Optional.of("https://public.test"), false, Duration.ofSeconds(1));
        try (HttpServer server = HttpServer.start(
                config, exchange -> sendQuietly(exchange, Answer.text(200, "text/plain", exchange.baseUrl())))) {
            assertThat(get(server, "/").body()).isEqualTo("https://public.test");
        }
    }

    private interface Responder {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    private static HttpServer serving(Responder responder) throws IOException {
        return HttpServer.start(HttpServerConfig.DEFAULT, exchange -> {
            try {
                sendQuietly(exchange, responder.answer(exchange));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void sendQuietly(HttpExchange exchange, Answer answer) {
        try {
            exchange.send(answer, UnaryOperator.identity());
        } catch (IOException e) {
            assertThat(e).as("the exchange was hung up").isNotNull();
        }
    }

    private HttpResponse<String> get(HttpServer server, String target) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + target)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpServer server, HttpRequest.BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url())).PUT(body).build(), BodyHandlers.ofString());
    }

    private static String raw(HttpServer server, String request) throws IOException {
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Socket connect(HttpServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static Set<Thread> threadsOf(HttpServer server) {
        assertThat(server.port()).isPositive();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("encord4j-fake-server"))
                .collect(Collectors.toSet());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
