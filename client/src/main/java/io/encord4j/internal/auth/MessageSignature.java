package io.encord4j.internal.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * The signature of REST calls, a dialect of an early draft of RFC 9421: Ed25519 over method, target and body digest.
 *
 * @param contentDigest the value of the {@code Content-Digest} header
 * @param signatureInput the value of the {@code Signature-Input} header
 * @param signature the value of the {@code Signature} header
 */
public record MessageSignature(String contentDigest, String signatureInput, String signature) {

    private static final String LABEL = "encord-sig=";
    private static final String COMPONENTS = "(\"@method\" \"@request-target\" \"content-digest\")";

    /**
     * Signs a request.
     *
     * @param method the HTTP method, in any case
     * @param target path and query exactly as on the request line, percent-encoding included
     * @param body exactly the bytes that are sent; empty if there is no body
     * @param created seconds since the epoch
     */
    public static MessageSignature of(SshKey key, String method, String target, byte[] body, long created) {
        String digest = "sha-256=:" + base64(Sha256.digest(body)) + ":";
        String parameters =
                COMPONENTS + ";created=" + created + ";keyid=\"" + key.publicKeyHex() + "\";alg=\"ed25519\"";
        String base = String.join(
                "\n",
                "\"@method\": " + method.toUpperCase(Locale.ROOT),
                "\"@request-target\": " + target,
                "\"content-digest\": " + digest,
                "\"@signature-params\": " + parameters);
        String signature = base64(key.sign(base.getBytes(StandardCharsets.UTF_8)));
        return new MessageSignature(digest, LABEL + parameters, LABEL + ":" + signature + ":");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
