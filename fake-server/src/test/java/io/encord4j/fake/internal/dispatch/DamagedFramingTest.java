package io.encord4j.fake.internal.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body in chunks that are none is refused, however early or late that shows. */
class DamagedFramingTest {

    private static final String NOT_A_SIZE = "zz\r\nabc\r\n0\r\n\r\n";
    private static final String TOO_LONG = "3\r\nabcdef\r\n0\r\n\r\n";
    private static final String IN_THE_SECOND = "2\r\n{}\r\n-1\r\nabc\r\n0\r\n\r\n";
    private static final String HUGE = "fffffffffffffffff\r\nabc\r\n0\r\n\r\n";

    private FakeEncordServer server;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOT_A_SIZE, TOO_LONG, IN_THE_SECOND, HUGE})
    void ofApiCalls(String chunks) throws IOException {
        assertThat(sent("POST /public", chunks)).startsWith("HTTP/1.1 400").contains("Connection: close", "chunk");
        assertThat(sent("POST /v2/public/datasets", chunks)).startsWith("HTTP/1.1 400");
        assertThat(server.defaultWorld().journal().entries())
                .extracting("status", "message")
                .hasSize(2)
                .doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOT_A_SIZE, TOO_LONG, IN_THE_SECOND, HUGE})
    void ofApiCallsWhoseBodyAFaultWaitsFor(String chunks) throws IOException {
        server.defaultWorld().arm(Fault.on("createDataset").inRequestBody(1_000, new Effect.Reset()));
        assertThat(sent("POST /v2/public/datasets", chunks)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOT_A_SIZE, TOO_LONG, IN_THE_SECOND, HUGE})
    void ofUploads(String chunks) throws IOException {
        FakeUser user = server.defaultWorld().newUser("ada@example.com");
        String url = new TestClient(server)
                .get("/v2/public/presigned-urls?count=1&uploadItemType=video", user)
                .body()
                .replaceAll(".*\"(http[^\"]*)\".*", "$1");
        URI target = URI.create(url);

        assertThat(sent("PUT " + target.getRawPath() + "?" + target.getRawQuery(), chunks))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>IncompleteBody</Code>");
        assertThat(server.storageUse().memoryBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOT_A_SIZE, TOO_LONG, IN_THE_SECOND, HUGE})
    void ofControlRequests(String chunks) throws IOException {
        assertThat(sent("POST /_fake/worlds", chunks)).startsWith("HTTP/1.1 400");
        assertThat(server.worlds()).hasSize(1);
    }

    private String sent(String requestLine, String chunks) throws IOException {
        String request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: x\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
