package io.encord4j.fake.internal.auth;

import io.encord4j.fake.internal.auth.Authentication.Reason;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The signature of RPC calls: hex of the public key, a colon, hex of Ed25519 over the SHA-256 of the body. */
final class BodySignature {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}:[0-9a-f]{128}");
    private static final int KEY_DIGITS = 64;

    private BodySignature() {}

    static boolean hasForm(String authorization) {
        return FORM.matcher(authorization).matches();
    }

    static Authentication verify(String authorization, byte[] body) {
        String key = authorization.substring(0, KEY_DIGITS);
        byte[] signature = HexFormat.of().parseHex(authorization, KEY_DIGITS + 1, authorization.length());
        return Signatures.verify(key, signature, Signatures.sha256(body))
                ? new Authentication.BodySigned(key)
                : new Refused(Reason.SIGNATURE_MISMATCH, "The signature does not match this key and this body.", key);
    }
}
