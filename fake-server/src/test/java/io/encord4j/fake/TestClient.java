package io.encord4j.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;

/** A plain HTTP client for tests: the JDK's, with the two kinds of credentials of 2026. */
public final class TestClient {

    private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    public TestClient(FakeEncordServer server) {
        this.url = server.url();
    }

    public HttpResponse<String> rest(String method, String target, String body, FakeUser user) {
        return send(restRequest(method, target, body).header("Authorization", "Bearer " + user.bearerToken()));
    }

    public HttpResponse<String> get(String target, FakeUser user) {
        return rest("GET", target, "", user);
    }

    public HttpResponse<String> anonymous(String method, String target) {
        return send(restRequest(method, target, ""));
    }

    public HttpResponse<String> signed(String method, String target, String body, FakeUser user, long created) {
        String digest = "sha-256=:" + base64(sha256(body.getBytes(UTF_8))) + ":";
        String input = "(\"@method\" \"@request-target\" \"content-digest\");created=" + created + ";keyid=\""
                + user.sshPublicKey() + "\";alg=\"ed25519\"";
        String base = "\"@method\": " + method + "\n\"@request-target\": " + target + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + input;
        return send(restRequest(method, target, body)
                .header("Content-Digest", digest)
                .header("Signature-Input", "encord-sig=" + input)
                .header("Signature", "encord-sig=:" + base64(sign(user, base.getBytes(UTF_8))) + ":"));
    }

    public HttpResponse<String> rpc(String path, String body, FakeUser user) {
        String dataset = body.replaceAll(".*\"uid\": \"([^\"]*)\".*", "$1");
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .POST(BodyPublishers.ofString(body))
                .header("ResourceType", "dataset")
                .header("ResourceID", dataset)
                .header("Authorization", "Bearer " + user.bearerToken()));
    }

    public HttpResponse<String> put(String signedUrl, byte[] bytes) {
        return put(signedUrl, BodyPublishers.ofByteArray(bytes));
    }

    public HttpResponse<String> put(String signedUrl, BodyPublisher bytes) {
        return send(HttpRequest.newBuilder(URI.create(signedUrl))
                .header("Content-Type", "video/mp4")
                .PUT(bytes));
    }

    public HttpResponse<byte[]> fetch(String signedUrl, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(signedUrl)).timeout(TIMEOUT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new ConnectionFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The connection failed, as tests of faults expect. */
    public static final class ConnectionFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConnectionFailed(IOException cause) {
            super(cause);
        }
    }

    /** Reads the whole body as plain JSON. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(HttpResponse<String> response) {
        try {
            return (Map<String, Object>) JSON.fromJson(response.body());
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }

    public static List<?> list(HttpResponse<String> response, String key) {
        return (List<?>) object(response).get(key);
    }

    public HttpRequest.Builder restRequest(String method, String target, String body) {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create(url + target)).method(method, publisher);
    }

    private static byte[] sign(FakeUser user, byte[] message) {
        String armour = user.sshPrivateKey().replaceAll("-----[^-]*-----", "");
        Ed25519PrivateKeyParameters key = (Ed25519PrivateKeyParameters) OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(
                Base64.getMimeDecoder().decode(armour));
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
