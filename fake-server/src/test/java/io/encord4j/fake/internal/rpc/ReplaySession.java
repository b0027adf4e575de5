package io.encord4j.fake.internal.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.internal.rpc.Golden.Exchange;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;

/** Sends recorded requests as somebody of this run: ids substituted, signatures made anew. */
final class ReplaySession {

    private static final String RECORDED = "http://encord.test";
    private static final Set<String> MADE_ANEW = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "accept-encoding",
            "content-digest",
            "signature-input",
            "signature",
            "authorization",
            "resourceid");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Substitutions substitutions = new Substitutions();
    private final FakeEncordServer server;
    private final FakeUser user;

    ReplaySession(FakeEncordServer server, FakeUser user) {
        this.server = server;
        this.user = user;
    }

    HttpResponse<String> send(Exchange exchange) throws IOException, InterruptedException {
        ByteString body = exchange.isStorage() ? exchange.body() : substituted(exchange.body());
        String url = exchange.isStorage()
                ? substitutions.apply(RECORDED + exchange.path())
                : server.url() + substitutions.apply(exchange.path());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(exchange.method(), publisher(exchange, body));
        exchange.headers().forEach((name, value) -> {
            if (!MADE_ANEW.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, value);
            }
        });
        authenticate(request, exchange, body);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Tells what stands for an id that no recorded answer gives. */
    void learn(String golden, String actual) {
        substitutions.learn(golden, actual);
    }

    /** What stands in this run for an id of the recording. */
    String actual(String golden) {
        return substitutions.apply(golden);
    }

    void learn(Exchange exchange, Object golden, Object actual) {
        substitutions.learn(golden, actual);
        if (exchange.operation().equals("re_encode_data")) {
            substitutions.learnNumber(((Map<?, ?>) golden).get("response"), ((Map<?, ?>) actual).get("response"));
        }
    }

    private void authenticate(HttpRequest.Builder request, Exchange exchange, ByteString body) {
        String recorded = exchange.headers().get("Authorization");
        String resource = exchange.headers().get("ResourceID");
        if (resource != null) {
            request.header("ResourceID", substitutions.apply(resource));
        }
        if (recorded == null) {
            if (exchange.isRest()) {
                signMessage(request, exchange, body);
            }
        } else if (recorded.matches("[0-9a-f]{64}:[0-9a-f]{128}")) {
            request.header(
                    "Authorization",
                    user.sshPublicKey() + ":" + sign(body.sha256()).hex());
        } else {
            request.header("Authorization", credential(exchange, recorded));
        }
    }

    /** The recording leaves out where some of its API keys come from. */
    private String credential(Exchange exchange, String recorded) {
        String dataset = substitutions.apply(exchange.headers().getOrDefault("ResourceID", ""));
        if (recorded.startsWith("Bearer ")
                || substitutions.knows(recorded)
                || exchange.operation().equals("error_wrong_api_key")) {
            return substitutions.apply(recorded);
        }
        Reply key = RpcClient.user(server, user)
                .call("datasetapikey", "PUT", "null", "{\"dataset_hash\": " + RpcClient.quoted(dataset) + "}");
        return key.text("api_key");
    }

    private void signMessage(HttpRequest.Builder request, Exchange exchange, ByteString body) {
        String digest = "sha-256=:" + body.sha256().base64() + ":";
        long created = server.defaultWorld().clock().instant().getEpochSecond() - 30;
        String input = "(\"@method\" \"@request-target\" \"content-digest\");created=" + created + ";keyid=\""
                + user.sshPublicKey() + "\";alg=\"ed25519\"";
        String base = "\"@method\": " + exchange.method() + "\n\"@request-target\": "
                + substitutions.apply(exchange.path()) + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + input;
        request.header("Content-Digest", digest)
                .header("Signature-Input", "encord-sig=" + input)
                .header(
                        "Signature",
                        "encord-sig=:" + sign(ByteString.encodeUtf8(base)).base64() + ":");
    }

    private ByteString sign(ByteString message) {
        String armour = user.sshPrivateKey().replaceAll("-----[^-]*-----", "");
        Ed25519PrivateKeyParameters key = (Ed25519PrivateKeyParameters) OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(
                Base64.getMimeDecoder().decode(armour));
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message.toByteArray(), 0, message.size());
        return ByteString.of(signer.generateSignature());
    }

    private ByteString substituted(ByteString body) {
        return ByteString.encodeString(substitutions.apply(body.utf8()), UTF_8);
    }

    private static BodyPublisher publisher(Exchange exchange, ByteString body) {
        byte[] bytes = body.toByteArray();
        if (exchange.headers().containsKey("Transfer-Encoding")) {
            return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        }
        return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }
}
