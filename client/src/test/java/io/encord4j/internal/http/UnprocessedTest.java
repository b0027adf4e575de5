package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ConnectionException;
import io.encord4j.RetryPolicy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server did not look at is sent again, even if it must not be repeated and the policy allows no repetition. */
class UnprocessedTest {
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;

    private TransportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRefusedStreamIsSentAgain() {
        fixture.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        fixture.server.enqueue(reset(REFUSED_STREAM));
        fixture.success("[1]");

        assertThat(fixture.linkItems(http2(fixture.domain()))).containsExactly(1L);
    }

    @Test
    void aStreamThatWasResetForAnotherReasonIsNot() {
        fixture.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        fixture.server.enqueue(reset(CANCEL));
        fixture.success("[1]");
        Transport transport = http2(fixture.domain());

        ConnectionException error = failure(ConnectionException.class, () -> fixture.linkItems(transport));

        assertThat(error.kind()).isEqualTo(ConnectionException.Kind.LOST);
        assertThat(error.mayHaveBeenReceived()).isTrue();
        assertThat(error).hasMessageContaining("may have been carried out; look before you repeat");
    }

    @Test
    void aServerThatRefusesEveryStreamIsAnErrorAfterWhichNothingHasHappened() {
        fixture.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        for (int i = 0; i < 30; i++) {
            fixture.server.enqueue(reset(REFUSED_STREAM));
        }
        Transport transport = http2(fixture.domain());

        assertThat(failure(ConnectionException.class, () -> fixture.linkItems(transport))
                        .mayHaveBeenReceived())
                .isFalse();
    }

    @Test
    void aCallBeyondTheLastStreamOfAGoawayIsSentAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
                try (Socket first = server.accept();
                        Socket second = firstThenNext(first, server)) {
                    answer(second);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });

            assertThat(fixture.linkItems(http2("http://127.0.0.1:" + server.getLocalPort())))
                    .containsExactly(1L);
        }
    }

    @Test
    void connectionsThatTheServerClosesRightAfterItsAnswerDisturbNoCall() {
        Transport transport = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));
        for (int i = 0; i < 30; i++) {
            fixture.server.enqueue(new MockResponse.Builder()
                    .body("{\"status\": 200, \"response\": [1]}")
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
        }

        int failed = 0;
        for (int i = 0; i < 30; i++) {
            try {
                assertThat(fixture.linkItems(transport)).hasSize(1);
            } catch (ConnectionException e) {
                failed++;
            }
        }

        assertThat(failed).isZero();
    }

    private Transport http2(String domain) {
        OkHttpClient client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        return fixture.open(
                TransportFixture.SSH,
                options -> options.domain(domain).httpClient(client).retryPolicy(RetryPolicy.never()));
    }

    private static MockResponse reset(int code) {
        return new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseStream(code))
                .build();
    }

    /** Receives a request on the first connection, and says that it has looked at none. */
    private static Socket firstThenNext(Socket first, ServerSocket server) throws IOException {
        int stream = requested(first);
        assertThat(stream).isPositive();
        DataOutputStream out = new DataOutputStream(first.getOutputStream());
        frame(out, 7, 0, 0, new byte[8]);
        return server.accept();
    }

    private static void answer(Socket connection) throws IOException {
        int stream = requested(connection);
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        byte statusOk = (byte) 0x88;
        frame(out, 1, 4, stream, new byte[] {statusOk});
        frame(out, 0, 1, stream, "{\"status\": 200, \"response\": [1]}".getBytes(StandardCharsets.UTF_8));
        // Until the client closes.
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Reads frames until a request has come whole, and returns its stream. */
    private static int requested(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
        frame(new DataOutputStream(connection.getOutputStream()), 4, 0, 0, new byte[0]);
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            in.readNBytes(length);
            boolean carriesRequest = type == 0 || type == 1;
            if (carriesRequest && (flags & 1) == 1) {
                return stream;
            }
        }
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(0);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }
}
