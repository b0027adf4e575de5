package io.encord4j.internal.auth;

import io.encord4j.CredentialException;
import io.encord4j.CredentialException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key that can sign. */
public final class SshKey {

    private static final int LONGEST_FILE = 64 * 1024;

    private final Ed25519PrivateKeyParameters privateKey;
    private final String publicKeyHex;

    private SshKey(Ed25519PrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
        this.publicKeyHex =
                HexFormat.of().formatHex(privateKey.generatePublicKey().getEncoded());
    }

    /**
     * Reads an OpenSSH private key from a file.
     *
     * @param file the path, {@code ~/.ssh/id_ed25519} for instance with the tilde resolved
     * @param passphrase the passphrase, or null; the array is not changed
     * @throws CredentialException if there is no such file, or no usable key in it
     */
    public static SshKey read(Path file, char @Nullable [] passphrase) {
        return parse(textOf(file), passphrase);
    }

    /**
     * Reads an OpenSSH private key.
     *
     * @param text the key with its armour lines; text around them does no harm
     * @param passphrase the passphrase, or null; the array is not changed
     * @throws CredentialException if there is no usable key in the text
     */
    public static SshKey parse(String text, char @Nullable [] passphrase) {
        return new SshKey(OpenSshFormat.decode(text, passphrase));
    }

    /** The raw public key, 64 lower-case hexadecimal digits. */
    public String publicKeyHex() {
        return publicKeyHex;
    }

    /** Signs with pure Ed25519 (RFC 8032): 64 bytes, always the same for the same message. */
    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return "SshKey[public key " + publicKeyHex + "]";
    }

    private static String textOf(Path file) {
        if (Files.notExists(file)) {
            throw refusal(Problem.MISSING, file, "does not exist", "Check the path.", null);
        }
        // A pipe, such as /dev/fd/63 of a shell, is as good as a file.
        if (Files.isDirectory(file)) {
            throw refusal(Problem.NOT_A_FILE, file, "is a directory", "Give the path of the key itself.", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw refusal(Problem.NOT_OPENSSH, file, "is far too long for a key", "Check the path.", null);
            }
            // The armour is ASCII; whatever stands around it may be in any encoding.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw refusal(Problem.UNREADABLE, file, "cannot be read", "Check its permissions.", e);
        }
    }

    private static CredentialException refusal(
            Problem problem, Path file, String what, String remedy, @Nullable Exception cause) {
        return new CredentialException(problem, "The SSH key file " + file + " " + what + ".", remedy, cause);
    }
}
