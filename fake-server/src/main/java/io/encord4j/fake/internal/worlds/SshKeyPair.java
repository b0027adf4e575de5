package io.encord4j.fake.internal.worlds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import okio.Buffer;
import okio.ByteString;

/**
 * An Ed25519 key in the two forms that this protocol has for them. BouncyCastle writes OpenSSH keys as well, but puts
 * chance into them, and a deterministic world must make the same text each time. The key itself comes from the JDK, since
 * BouncyCastle takes a quarter of a second for its first one, when a test waits for its server.
 */
record SshKeyPair(String privateKey, String publicKey) {

    private static final String LABEL = "OPENSSH PRIVATE KEY";
    private static final String TYPE = "ssh-ed25519";
    private static final String COMMENT = "encord4j-fake-server";
    private static final int LINE = 70;
    private static final int BLOCK = 8;
    private static final int BITS = 255;
    private static final int KEY_BYTES = 32;

    /** Makes the key that a seed of 32 bytes stands for. */
    static SshKeyPair of(byte[] seed) {
        ByteString publicKey = publicKey(seed);
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(encoded(ByteString.of(seed), publicKey).readByteArray());
        return new SshKeyPair(
                "-----BEGIN " + LABEL + "-----\n" + body + "\n-----END " + LABEL + "-----\n",
                HexFormat.of().formatHex(publicKey.toByteArray()));
    }

    private static ByteString publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(BITS, new Drawn(seed));
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return ByteString.of(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519.", impossible);
        }
    }

    /** A seed that was drawn already, where a generator wants to draw one: the JDK has no other way from it to a key. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    private static Buffer encoded(ByteString seed, ByteString publicKey) {
        Buffer publicPart = string(string(new Buffer(), TYPE), publicKey);
        Buffer privatePart = new Buffer();
        // The same number twice tells a reader that decryption succeeded; here nothing is encrypted.
        int check = publicKey.hashCode();
        privatePart.writeInt(check).writeInt(check);
        string(privatePart, TYPE);
        string(privatePart, publicKey);
        string(privatePart, new Buffer().write(seed).write(publicKey).readByteString());
        string(privatePart, COMMENT);
        for (int padding = 1; privatePart.size() % BLOCK != 0; padding++) {
            privatePart.writeByte(padding);
        }
        Buffer key = new Buffer().writeString("openssh-key-v1\0", US_ASCII);
        string(key, "none");
        string(key, "none");
        string(key, ByteString.EMPTY);
        key.writeInt(1);
        string(key, publicPart.readByteString());
        return string(key, privatePart.readByteString());
    }

    private static Buffer string(Buffer out, String text) {
        return string(out, ByteString.encodeString(text, US_ASCII));
    }

    private static Buffer string(Buffer out, ByteString bytes) {
        return out.writeInt(bytes.size()).write(bytes);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SshKeyPair[" + publicKey + "]";
    }
}
