package io.encord4j.internal.auth;

import java.util.HexFormat;

/** The signature of RPC calls: Ed25519 over the 32 bytes of the body's SHA-256 digest, in {@code Authorization}. */
public final class BodySignature {

    private BodySignature() {}

    /**
     * Signs a body.
     *
     * @param body exactly the bytes that are sent
     * @return the value of the {@code Authorization} header, {@code {public key hex}:{signature hex}}
     */
    public static String authorization(SshKey key, byte[] body) {
        return key.publicKeyHex() + ":" + HexFormat.of().formatHex(key.sign(Sha256.digest(body)));
    }
}
