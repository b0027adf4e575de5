package io.encord4j.fake.internal.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.auth.Authentication.Reason;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message signature of REST calls, checked in the order that the protocol gives. */
final class MessageSignature {

    private static final String LABEL = "encord-sig";
    private static final String COMPONENTS = "\"@method\" \"@request-target\" \"content-digest\"";

    private static final Pattern INPUT = Pattern.compile("([A-Za-z*][A-Za-z0-9_.*-]*)=(\\(([^()]*)\\)(.*))");
    private static final Pattern PARAMETERS =
            Pattern.compile(";created=([0-9]{1,11});keyid=\"([0-9a-f]{64})\";alg=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(LABEL + "=:([A-Za-z0-9+/]{86}==):");

    private MessageSignature() {}

    static Authentication verify(String method, String target, RequestHeaders headers, byte[] body) {
        List<String> inputs = headers.values("Signature-Input");
        List<String> values = headers.values("Signature");
        List<String> digests = headers.values("Content-Digest");
        if (inputs.isEmpty() && values.isEmpty()) {
            return new Refused(Reason.MISSING, "There is neither a message signature nor a bearer token.");
        }
        if (inputs.size() != 1 || values.size() != 1 || digests.size() != 1) {
            return new Refused(
                    Reason.MALFORMED,
                    "Signature-Input, Signature and Content-Digest must each be sent once; they were sent "
                            + inputs.size() + ", " + values.size() + " and " + digests.size() + " times.");
        }

        Matcher input = INPUT.matcher(inputs.get(0));
        if (!input.matches()) {
            return new Refused(Reason.MALFORMED, "Signature-Input is not of the form label=(components);parameters.");
        }
        if (!input.group(1).equals(LABEL)) {
            return new Refused(Reason.UNSUPPORTED, "The signature's label must be " + LABEL + ".");
        }
        if (!input.group(3).equals(COMPONENTS)) {
            return new Refused(Reason.UNSUPPORTED, "The signature must cover exactly " + COMPONENTS + ".");
        }
        Matcher parameters = PARAMETERS.matcher(input.group(4));
        if (!parameters.matches()) {
            return new Refused(
                    Reason.MALFORMED, "The signature's parameters must be created, keyid and alg, in this order.");
        }
        if (!parameters.group(3).equals("ed25519")) {
            return new Refused(Reason.UNSUPPORTED, "The signature's algorithm must be ed25519.");
        }

        String digest = digests.get(0);
        if (!sameText(digest, contentDigest(body))) {
            return new Refused(
                    Reason.DIGEST_MISMATCH,
                    "Content-Digest is not the SHA-256 of the body received.",
                    parameters.group(2));
        }
        Matcher value = VALUE.matcher(values.get(0));
        if (!value.matches()) {
            return new Refused(Reason.MALFORMED, "Signature is not of the form " + LABEL + "=:base64 of 64 bytes:.");
        }
        String base = base(method, target, digest, input.group(2));
        String key = parameters.group(2);
        byte[] signature = Base64.getDecoder().decode(value.group(1));
        if (!isCanonical(value.group(1), signature) || !Signatures.verify(key, signature, base.getBytes(UTF_8))) {
            return new Refused(
                    Reason.SIGNATURE_MISMATCH,
                    "The signature does not match this key, method, target and digest.",
                    key);
        }
        return new Authentication.MessageSigned(key, Instant.ofEpochSecond(Long.parseLong(parameters.group(1))));
    }

    private static String base(String method, String target, String digest, String parameters) {
        return "\"@method\": " + method.toUpperCase(Locale.ROOT)
                + "\n\"@request-target\": " + target
                + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + parameters;
    }

    private static String contentDigest(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Signatures.sha256(body)) + ":";
    }

    /** The last digit of a base64 text has bits that decoding drops: two texts must not stand for one signature. */
    private static boolean isCanonical(String base64, byte[] decoded) {
        return Base64.getEncoder().encodeToString(decoded).equals(base64);
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
