package io.encord4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.UnknownServerException;
import io.encord4j.internal.auth.BodySignature;
import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.auth.MessageSignature;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.wire.json.RpcValues;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Credential.ApiKey API_KEY = new Credential.ApiKey("the-key");
    private static final Credential.Bearer BEARER = new Credential.Bearer("the-token");

    private TransportFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new TransportFixture(new VirtualTime(Instant.parse("2030-01-01T00:00:00Z")));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void wrapsValuesIntoAnEnvelope() throws InterruptedException {
        fixture.success("null");
        Transport transport = fixture.open();

        transport.perform(transport.api(TestApi.class).deleteData(new RpcValues<>(List.of("a", "b"), null)));

        RecordedRequest request = fixture.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /public HTTP/1.1");
        assertThat(body(request).utf8())
                .isEqualTo("{\"query_type\":\"video\",\"query_method\":\"DELETE\","
                        + "\"values\":{\"uid\":[\"a\",\"b\"],\"payload\":null}}");
    }

    @Test
    void setsTheHeadersOfTheProtocol() throws InterruptedException {
        fixture.success("{\"a\": 1}");
        Transport transport = fixture.open(TransportFixture.SSH, options -> options.userAgentSuffix(" importer/2 "));

        fixture.getDataset(transport.forResource("the-dataset"));

        RecordedRequest request = fixture.request();
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo(String.valueOf(request.getBodySize()));
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("ResourceID")).isEqualTo("the-dataset");
        assertThat(request.getHeaders().get("ResourceType")).isEqualTo("dataset");
        assertThat(request.getHeaders().get("User-Agent"))
                .matches("encord4j/0\\.1\\.0-SNAPSHOT java/[0-9A-Za-z.+_-]+ importer/2");
        assertThat(request.getHeaders().get("X-Cloud-Trace-Context")).matches("[0-9a-f]{32}/1;o=1");
    }

    @Test
    void signsTheBytesThatAreSent() throws InterruptedException {
        fixture.success("{\"a\": 1}");
        Transport transport = fixture.open();

        transport.execute(
                transport.api(TestApi.class).createDatasetRpc(new RpcValues<>(null, Map.of("title", "Grüße, 日本 😀"))));

        RecordedRequest request = fixture.request();
        assertThat(request.getTarget()).isEqualTo("/public/user");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo(
                        BodySignature.authorization(Vectors.key(), body(request).toByteArray()));
        assertThat(request.getHeaders().names()).doesNotContain("ResourceID", "ResourceType", "Signature");
    }

    @Test
    void signsTheTargetAsItTravels() throws InterruptedException {
        fixture.answer("{\"result\": []}");
        Transport transport = fixture.open();

        transport.execute(transport.api(TestApi.class).listDatasets("100% a+b & c=d/é?#~:", false));

        RecordedRequest request = fixture.request();
        long created = Instant.parse("2029-12-31T23:59:30Z").getEpochSecond();
        MessageSignature expected =
                MessageSignature.of(Vectors.key(), "GET", request.getTarget(), new byte[0], created);
        assertThat(request.getHeaders().get("Content-Digest")).isEqualTo(expected.contentDigest());
        assertThat(request.getHeaders().get("Signature-Input")).isEqualTo(expected.signatureInput());
        assertThat(request.getHeaders().get("Signature")).isEqualTo(expected.signature());
        assertThat(request.getUrl().queryParameter("titleLike")).isEqualTo("100% a+b & c=d/é?#~:");
        assertThat(request.getHeaders().names())
                .doesNotContain("Authorization", "Accept", "ResourceID", "ResourceType", "Content-Type");
    }

    @Test
    void signsRestBodiesAndTheirAbsence() throws InterruptedException {
        fixture.answer("{\"a\": 1}");
        fixture.answer("null");
        Transport transport = fixture.open().forResource("not for REST");
        TestApi api = transport.api(TestApi.class);

        transport.execute(api.createDataset(Map.of("title", "t")));
        transport.perform(api.removeDatasetGroups(List.of("a", "b")));

        RecordedRequest create = fixture.request();
        assertThat(body(create).utf8()).isEqualTo("{\"title\":\"t\"}");
        assertThat(create.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(create.getHeaders().get("Content-Digest"))
                .isEqualTo("sha-256=:" + body(create).sha256().base64() + ":");
        RecordedRequest remove = fixture.request();
        assertThat(remove.getRequestLine())
                .isEqualTo("DELETE /v2/public/datasets/x/groups?groupHashList=a&groupHashList=b HTTP/1.1");
        assertThat(remove.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(remove.getHeaders().get("Content-Type")).isNull();
        assertThat(remove.getHeaders().get("Content-Digest"))
                .isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
        assertThat(remove.getHeaders().get("ResourceID")).isNull();
    }

    @Test
    void sendsAnApiKeyBareAndWithoutResourceType() throws InterruptedException {
        fixture.success("{\"a\": 1}");

        fixture.getDataset(fixture.open(API_KEY, options -> options).forResource("the-dataset"));

        RecordedRequest request = fixture.request();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("the-key");
        assertThat(request.getHeaders().get("ResourceID")).isEqualTo("the-dataset");
        assertThat(request.getHeaders().get("ResourceType")).isNull();
    }

    @Test
    void neverSendsAnApiKeyToARestCall() {
        Transport transport = fixture.open(API_KEY, options -> options);

        assertThatThrownBy(() -> transport.execute(transport.api(TestApi.class).listDatasets(null, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fixture.server.getRequestCount()).isZero();
    }

    @Test
    void sendsABearerTokenAndNoSignature() throws InterruptedException {
        fixture.success("{\"a\": 1}");
        fixture.answer("{\"result\": []}");
        Transport transport = fixture.open(BEARER, options -> options);

        fixture.getDataset(transport);
        transport.execute(transport.api(TestApi.class).listDatasets(null, null));

        for (int i = 0; i < 2; i++) {
            RecordedRequest request = fixture.request();
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer the-token");
            assertThat(request.getHeaders().names()).doesNotContain("Signature", "Signature-Input", "Content-Digest");
        }
    }

    @Test
    void sendsNothingOfTheApiToTheStorage() throws InterruptedException {
        fixture.server.enqueue(new MockResponse.Builder().build());
        fixture.answer("bytes");
        Transport transport = fixture.open(BEARER, options -> options).forResource("the-dataset");
        TestApi storage = transport.storage(TestApi.class);
        String url = fixture.domain() + "/bucket/a%2Bb?X-Sig=s%3D1&e=2";

        transport.perform(storage.putObject(url, RequestBody.create(new byte[3], MediaType.get("image/png"))));
        try (OpenAnswer download = transport.download(storage.getObject(url), 0)) {
            assertThat(download.length()).isEqualTo(5);
            assertThat(download.<String>read(() -> download.source().readUtf8()))
                    .isEqualTo("bytes");
        }

        RecordedRequest put = fixture.request();
        assertThat(put.getTarget()).isEqualTo("/bucket/a%2Bb?X-Sig=s%3D1&e=2");
        assertThat(put.getHeaders().names())
                .containsExactlyInAnyOrder(
                        "Accept-Encoding",
                        "Cache-Control",
                        "Connection",
                        "Content-Length",
                        "Content-Type",
                        "Host",
                        "User-Agent");
        assertThat(put.getHeaders().get("Cache-Control")).isEqualTo("max-age=86400");
        RecordedRequest get = fixture.request();
        assertThat(get.getTarget()).isEqualTo("/bucket/a%2Bb?X-Sig=s%3D1&e=2");
        assertThat(get.getHeaders().names())
                .containsExactlyInAnyOrder("Accept-Encoding", "Connection", "Host", "User-Agent");
    }

    @Test
    void takesNoCredentialToAnotherHost() throws InterruptedException {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", "http://elsewhere.invalid/")
                .build());
        Transport transport = fixture.open(BEARER, options -> options);

        assertThatThrownBy(() -> transport.execute(transport.api(TestApi.class).listDatasets(null, null)))
                .isInstanceOf(UnknownServerException.class);
        assertThat(fixture.server.getRequestCount()).isOne();
    }

    private static ByteString body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody());
    }
}
