package io.encord4j.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.internal.auth.Credential;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromptSocketsTest {
    private static final HeldCertificate LOCALHOST = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private static final HandshakeCertificates CERTIFICATES = new HandshakeCertificates.Builder()
            .heldCertificate(LOCALHOST)
            .addTrustedCertificate(LOCALHOST.certificate())
            .build();

    private final Credential credential = new Credential.ApiKey("key");
    private final ServerClock clock = new ServerClock(Clock.systemUTC());

    static Stream<List<Protocol>> protocols() {
        return Stream.of(List.of(), List.of(Protocol.HTTP_1_1), List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void bodiesOfAnySizeArriveWhole(List<Protocol> overTls) throws IOException, InterruptedException {
        try (MockWebServer server = new MockWebServer()) {
            if (!overTls.isEmpty()) {
                server.useHttps(CERTIFICATES.sslSocketFactory());
                server.setProtocols(overTls);
            }
            server.start();
            OkHttpClient client = LazyTls.addTo(new OkHttpClient.Builder(), CERTIFICATES::sslSocketFactory)
                    .build();
            for (int size : new int[] {0, 1, 8_163, 8_192, 131_072, 1_000_001}) {
                server.enqueue(new MockResponse.Builder().build());
                byte[] body = "x".repeat(size).getBytes(US_ASCII);
                Request put = new Request.Builder()
                        .url(server.url("/"))
                        .put(RequestBody.create(body))
                        .build();

                try (Response response = client.newCall(put).execute()) {
                    assertThat(response.code()).isEqualTo(200);
                }
                assertThat(server.takeRequest().getBody().toByteArray()).isEqualTo(body);
            }
            client.connectionPool().evictAll();
        }
    }

    @Test
    void sendsTheEndOfASmallFileWithoutWaiting() throws IOException {
        HttpClients clients = HttpClients.of(ClientOptions.ofDefaults(), credential, clock);

        try (Socket api = clients.api().socketFactory().createSocket();
                Socket storage = clients.storage().socketFactory().createSocket()) {
            assertThat(api.getTcpNoDelay()).isTrue();
            assertThat(storage.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void leavesTheSocketsOfTheUsersClientAlone() {
        OkHttpClient given = new OkHttpClient();
        ClientOptions options = ClientOptions.builder().httpClient(given).build();

        HttpClients clients = HttpClients.of(options, credential, clock);

        assertThat(clients.api().socketFactory()).isSameAs(given.socketFactory());
        assertThat(clients.storage().socketFactory()).isSameAs(given.socketFactory());
    }
}
