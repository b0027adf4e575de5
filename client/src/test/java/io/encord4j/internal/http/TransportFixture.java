package io.encord4j.internal.http;

import io.encord4j.ClientOptions;
import io.encord4j.EncordException;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.PromptSockets;
import io.encord4j.wire.json.RpcValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A scripted server on loopback, and transports that speak with it. */
final class TransportFixture implements AutoCloseable {

    static final Credential.Ssh SSH = new Credential.Ssh(Vectors.key());
    static final Map<String, Object> EMPTY = Map.of();

    final MockWebServer server = new MockWebServer();
    final VirtualTime time;
    private final ArrayList<Transport> transports = new ArrayList<>();

    TransportFixture() throws IOException {
        this(new VirtualTime());
    }

    TransportFixture(VirtualTime time) throws IOException {
        this.time = time;
        server.setServerSocketFactory(new PromptSockets());
        server.start();
    }

    String domain() {
        return "http://127.0.0.1:" + server.getPort();
    }

    Transport open() {
        return open(SSH, options -> options);
    }

    Transport open(Credential credential, UnaryOperator<ClientOptions.Builder> settings) {
        ClientOptions.Builder options = ClientOptions.builder()
                .domain(domain())
                .retryPolicy(RetryPolicy.builder().jitter(0).build());
        Transport transport = Transport.open(settings.apply(options).build(), credential, time.timing());
        transports.add(transport);
        return transport;
    }

    void answer(String body) {
        answer(200, body);
    }

    void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    void success(String result) {
        answer(200, "{\"status\": 200, \"response\": " + result + "}");
    }

    void error(int status, String token) {
        answer(status, "{\"status\": " + status + ", \"response\": [\"" + token + "\"]}");
    }

    RecordedRequest request() throws InterruptedException {
        return server.takeRequest();
    }

    Map<String, Object> getDataset(Transport transport) {
        return transport.execute(transport.api(TestApi.class).getDataset(TestApi.NOTHING));
    }

    List<Object> linkItems(Transport transport) {
        return transport.execute(transport.api(TestApi.class).linkItems(new RpcValues<>(null, EMPTY)));
    }

    static <E extends EncordException> E failure(Class<E> type, ThrowingCallable action) {
        E failure = Assertions.catchThrowableOfType(type, action);
        Assertions.assertThat(failure).isNotNull();
        return failure;
    }

    @Override
    public void close() {
        transports.forEach(Transport::close);
        server.close();
    }
}
