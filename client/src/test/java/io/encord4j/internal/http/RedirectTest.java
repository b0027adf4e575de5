package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.CloudUploadException;
import io.encord4j.ServerException;
import io.encord4j.UnknownServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private static final String SECRET = "s3cr3t-signature-of-it";

    private TransportFixture fixture;
    private Transport transport;
    private TestApi api;

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open();
        api = transport.api(TestApi.class);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void anUploadIsSentToTheOtherHostWithTheFileReadAnew(int status) throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "old");
        try (MockWebServer region = new MockWebServer()) {
            region.start();
            region.enqueue(new MockResponse.Builder().build());
            fixture.server.enqueue(
                    redirect(status, region.url("/moved?sig=" + SECRET).toString()));
            RequestBody body = new RequestBody() {
                @Override
                public okhttp3.MediaType contentType() {
                    return null;
                }

                @Override
                public void writeTo(BufferedSink sink) throws IOException {
                    sink.writeAll(Okio.source(file));
                    Files.writeString(file, "new");
                }
            };

            transport.perform(transport.storage(TestApi.class).putObject(fixture.domain() + "/o", body));

            assertThat(fixture.request().getBody().utf8()).isEqualTo("old");
            RecordedRequest moved = region.takeRequest();
            assertThat(moved.getTarget()).isEqualTo("/moved?sig=" + SECRET);
            assertThat(moved.getBody().utf8()).isEqualTo("new");
            assertThat(moved.getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void theUrlThatAnUploadWasRedirectedToIsASecretToo() {
        fixture.server.enqueue(redirect(307, fixture.domain() + "/moved?sig=" + SECRET));
        fixture.answer(403, SECRET);

        assertThat(failure(
                        CloudUploadException.class,
                        () -> transport.perform(transport
                                .storage(TestApi.class)
                                .putObject(fixture.domain() + "/o", RequestBody.create(new byte[1])))))
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRestReadIsSignedAnewForItsNewPlaceOnTheSameHost(int status) throws Exception {
        fixture.server.enqueue(redirect(status, "/v2/public/elsewhere?x=1"));
        fixture.answer("{\"result\": []}");

        assertThat(transport.execute(api.listDatasets(null, null))).containsKey("result");

        String first = fixture.request().getHeaders().get("Signature");
        RecordedRequest second = fixture.request();
        assertThat(second.getTarget()).isEqualTo("/v2/public/elsewhere?x=1");
        assertThat(second.getHeaders().get("Signature")).isNotNull().isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void aRemoteCallIsSentAgainWithItsBody(int status) throws Exception {
        fixture.server.enqueue(redirect(status, "/public"));
        fixture.success("[1]");

        assertThat(fixture.linkItems(transport)).containsExactly(1L);

        assertThat(fixture.request().getBody()).isEqualTo(fixture.request().getBody());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aRemoteCallIsNotTurnedIntoAnotherMethod(int status) {
        fixture.server.enqueue(redirect(status, "/public"));

        assertThat(failure(ServerException.class, () -> fixture.linkItems(transport))
                        .httpStatus())
                .isEqualTo(status);
        assertThat(fixture.server.getRequestCount()).isOne();
    }

    @Test
    void aCredentialIsNotSentToAnotherHost() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            fixture.server.enqueue(redirect(307, "http://localhost:" + other.getPort() + "/v2/public/datasets/list"));

            assertThat(failure(UnknownServerException.class, () -> transport.execute(api.listDatasets(null, null))))
                    .hasMessageContaining("redirects to http://localhost")
                    .hasMessageContaining("another host");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void nothingIsSentUnencryptedAfterItWasEncrypted() throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        try (MockWebServer secure = new MockWebServer();
                MockWebServer plain = new MockWebServer()) {
            secure.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            secure.start();
            plain.start();
            secure.enqueue(redirect(307, plain.url("/o").toString()));
            HandshakeCertificates trust = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            OkHttpClient trusting = new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                    .build();
            Transport storage = fixture.open(TransportFixture.SSH, options -> options.httpClient(trusting));

            assertThat(failure(
                            CloudUploadException.class,
                            () -> storage.perform(storage.storage(TestApi.class)
                                    .putObject(
                                            "https://localhost:" + secure.getPort() + "/o",
                                            RequestBody.create(new byte[1])))))
                    .hasMessageContaining("not encrypted");
            assertThat(plain.getRequestCount()).isZero();
        }
    }

    @Test
    void aCircleEndsAfterFiveRedirects() {
        for (int i = 0; i < 10; i++) {
            fixture.server.enqueue(redirect(307, "/v2/public/datasets/list"));
        }

        assertThat(failure(UnknownServerException.class, () -> transport.execute(api.listDatasets(null, null))))
                .hasMessageContaining("more than five");
        assertThat(fixture.server.getRequestCount()).isEqualTo(6);
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
