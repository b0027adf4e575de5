package io.encord4j.fake.internal.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The two primitives that both kinds of signature are made of. */
final class Signatures {

    private Signatures() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    static boolean verify(String publicKeyHex, byte[] signature, byte[] message) {
        if (signature.length != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        byte[] key = HexFormat.of().parseHex(publicKeyHex);
        return Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }
}
