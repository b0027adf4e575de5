package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plain HTTP/1.1, with which the other tests work, cannot show. */
class TlsTest {
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir
    Path directory;

    private StubService service;

    @AfterEach
    void close() {
        service.close();
    }

    static Stream<List<Protocol>> protocols() {
        return Stream.of(List.of(Protocol.HTTP_1_1), List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void signedCallsAndUploadsWorkOverTls(List<Protocol> protocols) throws IOException {
        serve("localhost", "127.0.0.1");
        service.storage()
                .on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}")
                .on("datasetdatalongpolling/GET", StubService.job("DONE", "film.mp4", "empty.mp4"));
        List<Path> files = List.of(
                Files.writeString(directory.resolve("film.mp4"), "x".repeat(1_000_000)),
                Files.createFile(directory.resolve("empty.mp4")));

        try (EncordUserClient user = client(trusting(AUTHORITY, protocols))) {
            UploadReport<Video> report =
                    user.datasetClient(StubService.DATASET).uploadVideos(files, UploadOptions.ofDefaults());

            assertThat(report.isComplete()).isTrue();
        }
        assertThat(service.calls("PUT storage"))
                .extracting(put -> put.request().getBodySize())
                .containsExactlyInAnyOrder(1_000_000L, 0L);
        assertThat(service.calls()).allSatisfy(call -> {
            assertThat(call.request().getHandshakeServerNames()).isNotNull();
            assertThat(call.request().getVersion())
                    .isEqualTo(protocols.get(0) == Protocol.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
        });
        assertThat(service.calls("datasetdatalongpolling/POST")
                        .get(0)
                        .request()
                        .getHeaders()
                        .get("Authorization"))
                .matches("[0-9a-f]{64}:[0-9a-f]{128}");
        assertThat(service.calls("GET presigned-urls")
                        .get(0)
                        .request()
                        .getHeaders()
                        .get("Signature-Input"))
                .contains("\"@request-target\"");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsATypedErrorAfterOneAttempt() {
        serve("localhost", "127.0.0.1");

        assertDistrusted(client(null));
    }

    @Test
    void aCertificateOfAnotherHostIsATypedErrorAfterOneAttempt() {
        serve("elsewhere.example.com");

        assertDistrusted(client(trusting(AUTHORITY, List.of(Protocol.HTTP_1_1))));
    }

    private void assertDistrusted(EncordUserClient client) {
        try (client) {
            UntrustedServerException error =
                    catchThrowableOfType(UntrustedServerException.class, () -> client.createDataset("t"));

            assertThat(error).hasMessageContaining("certificate").hasMessageContaining("trust store");
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error.mayHaveBeenReceived()).isFalse();
            assertThat(service.calls()).isEmpty();
        }
    }

    private void serve(String... names) {
        HeldCertificate.Builder certificate = new HeldCertificate.Builder().signedBy(AUTHORITY);
        for (String name : names) {
            certificate.addSubjectAlternativeName(name);
        }
        service = new StubService(new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build()
                .sslSocketFactory());
    }

    private static OkHttpClient trusting(HeldCertificate authority, List<Protocol> protocols) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .protocols(protocols)
                .build();
    }

    /** With the HTTP client given, or with one of its own. */
    private EncordUserClient client(OkHttpClient http) {
        ClientOptions.Builder options = service.options();
        if (http != null) {
            options.httpClient(http);
        }
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .options(options.build())
                .build();
    }
}
