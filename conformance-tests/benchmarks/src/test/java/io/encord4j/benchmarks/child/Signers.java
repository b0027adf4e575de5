package io.encord4j.benchmarks.child;

import io.encord4j.internal.auth.BodySignature;
import io.encord4j.internal.auth.MessageSignature;
import io.encord4j.internal.auth.SshKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs a call of 500 bytes as either protocol does, and the same bytes barely: microseconds. */
public final class Signers {

    private static final Duration SPAN = Duration.ofMillis(400);
    private static final int CALL = 500;
    private static final String TARGET = "/v2/public/datasets/list?titleEq=Cameras";

    private Signers() {}

    /** Argument: a file with an SSH key. */
    public static void main(String[] arguments) throws IOException {
        SshKey key = SshKey.read(Path.of(arguments[0]), null);
        Ed25519PrivateKeyParameters bare = new Ed25519PrivateKeyParameters(new byte[32]);
        byte[] body = new byte[CALL];
        Arrays.fill(body, (byte) 'x');
        // What the protocols have signed in the end: a digest, and a text with the digest in it.
        byte[] digest = Arrays.copyOf(body, 32);
        byte[] base = Arrays.copyOf(body, baseOf(MessageSignature.of(key, "POST", TARGET, body, 1_800_000_000)));
        Timed timed = new Timed();
        Commands.serve(Map.of(
                "v1", none -> timed.nanos(SPAN, () -> BodySignature.authorization(key, body)) / 1e3,
                "v1-bare", none -> timed.nanos(SPAN, () -> sign(bare, digest)) / 1e3,
                "v2",
                        none -> timed.nanos(SPAN, () -> MessageSignature.of(key, "POST", TARGET, body, 1_800_000_000))
                                / 1e3,
                "v2-bare", none -> timed.nanos(SPAN, () -> sign(bare, base)) / 1e3));
    }

    private static byte[] sign(Ed25519PrivateKeyParameters key, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static int baseOf(MessageSignature signature) {
        String base = "\"@method\": POST\n\"@request-target\": " + TARGET + "\n\"content-digest\": "
                + signature.contentDigest() + "\n\"@signature-params\": "
                + signature.signatureInput().substring("encord-sig=".length());
        return base.getBytes(StandardCharsets.UTF_8).length;
    }
}
