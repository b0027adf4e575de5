package io.encord4j.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import okio.Buffer;
import okio.ByteString;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * An Ed25519 key in the two forms that this protocol has for them. BouncyCastle writes OpenSSH keys as well, but puts
 * chance into them, and a deterministic world must make the same text each time.
 */
record SshKeyPair(String privateKey, String publicKey) {

    private static final String LABEL = "OPENSSH PRIVATE KEY";
    private static final String TYPE = "ssh-ed25519";
    private static final String COMMENT = "encord4j-fake-server";
    private static final int LINE = 70;
    private static final int BLOCK = 8;

    /** Makes the key that a seed of 32 bytes stands for. */
    static SshKeyPair of(byte[] seed) {
        ByteString publicKey = ByteString.of(
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(encoded(ByteString.of(seed), publicKey).readByteArray());
        return new SshKeyPair(
                "-----BEGIN " + LABEL + "-----\n" + body + "\n-----END " + LABEL + "-----\n",
                HexFormat.of().formatHex(publicKey.toByteArray()));
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
