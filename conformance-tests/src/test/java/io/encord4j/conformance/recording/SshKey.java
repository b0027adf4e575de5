package io.encord4j.conformance.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;

/**
 * A key of a user that nobody else is, and the two signature schemes written down a second time with the JDK's own Ed25519, so that an error in
 * the client's signing cannot hide behind the same error here.
 *
 * @param privateKey what signs
 * @param publicHex the raw public key, 64 lower-case hex digits
 * @param openSsh the private key as the text of an OpenSSH key file
 */
public record SshKey(PrivateKey privateKey, String publicHex, String openSsh) {

    /** A new key. */
    public static SshKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SshKey(
                    pair.getPrivate(),
                    HexFormat.of().formatHex(last32(pair.getPublic().getEncoded())),
                    armoured(last32(pair.getPrivate().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519.", e);
        }
    }

    /** The {@code Authorization} header of an RPC call with this body. */
    public String rpcAuthorization(String body) {
        return publicHex + ":" + HexFormat.of().formatHex(sign(sha256(body)));
    }

    /** The {@code Content-Digest} header of a body. */
    public static String contentDigest(String body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
    }

    /** The {@code Signature-Input} header of a REST call. */
    public String signatureInput(long created) {
        return "encord-sig=" + parameters(created);
    }

    /** The {@code Signature} header of a REST call. */
    public String signature(String method, String target, String body, long created) {
        String base = String.join(
                "\n",
                "\"@method\": " + method,
                "\"@request-target\": " + target,
                "\"content-digest\": " + contentDigest(body),
                "\"@signature-params\": " + parameters(created));
        return "encord-sig=:" + Base64.getEncoder().encodeToString(sign(base.getBytes(StandardCharsets.UTF_8))) + ":";
    }

    private String parameters(long created) {
        return "(\"@method\" \"@request-target\" \"content-digest\");created=%d;keyid=\"%s\";alg=\"ed25519\""
                .formatted(created, publicHex);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with Ed25519.", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }

    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static String armoured(byte[] seed) {
        try {
            byte[] blob = OpenSSHPrivateKeyUtil.encodePrivateKey(new Ed25519PrivateKeyParameters(seed));
            String dashes = "-----";
            return dashes + "BEGIN OPENSSH PRIVATE KEY" + dashes + "\n"
                    + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(blob) + "\n"
                    + dashes + "END OPENSSH PRIVATE KEY" + dashes + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "SshKey[" + publicHex.substring(0, 8) + "…]";
    }
}
