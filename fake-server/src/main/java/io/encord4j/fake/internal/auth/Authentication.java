package io.encord4j.fake.internal.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request proved about its sender. A proven credential is well formed and, where it is a signature, verified;
 * whether anybody owns it is asked of the platform afterwards.
 */
public sealed interface Authentication {

    /** A credential that holds as far as the request alone can tell. */
    sealed interface Proven extends Authentication {}

    /**
     * The RPC signature: Ed25519 over the SHA-256 of the body.
     *
     * @param publicKey the raw key, 64 lower-case hex digits
     */
    record BodySigned(String publicKey) implements Proven {}

    /**
     * The REST signature over method, target and body digest.
     *
     * @param publicKey the raw key, 64 lower-case hex digits
     * @param created when the sender claims to have signed
     */
    record MessageSigned(String publicKey, Instant created) implements Proven {}

    /**
     * A bearer token, not yet looked up.
     *
     * @param token the token, a secret
     */
    record Bearer(String token) implements Proven {
        @Override
        public String toString() {
            return "Bearer[token=██]";
        }
    }

    /**
     * An API key of 2022, not yet looked up.
     *
     * @param key the key, a secret
     */
    record ApiKey(String key) implements Proven {
        @Override
        public String toString() {
            return "ApiKey[key=██]";
        }
    }

    /**
     * Nothing was proven.
     *
     * @param detail what did not match, in words and without secrets
     * @param claimedKey the public key that the sender claims to hold, or null if none can be read
     */
    record Refused(Reason reason, String detail, @Nullable String claimedKey) implements Authentication {

        /** Refuses a request of which not even a claim can be read. */
        public Refused(Reason reason, String detail) {
            this(reason, detail, null);
        }
    }

    /** Why a credential was refused. */
    enum Reason {
        /** No credential was sent. */
        MISSING,
        /** A header is there, but not in the form that the protocol asks for. */
        MALFORMED,
        /** The signature asks for a label, component or algorithm that the platform does not take. */
        UNSUPPORTED,
        /** The body is not the one that the digest describes. */
        DIGEST_MISMATCH,
        /** The signature does not belong to this key and this message. */
        SIGNATURE_MISMATCH,
        /** The signature is older or newer than the platform accepts. */
        OUTSIDE_WINDOW
    }
}
