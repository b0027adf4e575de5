package io.encord4j.internal.auth;

import io.encord4j.CredentialException;
import io.encord4j.CredentialException.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenSSH private keys. BouncyCastle does the work; what stands here finds the key in the text, and tells from its
 * unencrypted head why a key cannot be used, since BouncyCastle's own failures do not say.
 */
final class OpenSshFormat {

    private static final Pattern ARMOUR = Pattern.compile(
            "-----BEGIN OPENSSH PRIVATE KEY-----(.*?)-----END OPENSSH PRIVATE KEY-----", Pattern.DOTALL);
    private static final Pattern OTHER_ARMOUR =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)-----|(PuTTY-User-Key-File)");
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String MAKE_ONE = "Make one with: ssh-keygen -t ed25519.";

    private OpenSshFormat() {}

    static Ed25519PrivateKeyParameters decode(String text, char @Nullable [] passphrase) {
        byte[] blob = unarmoured(text);
        boolean encrypted = checkedHead(blob);
        if (!encrypted) {
            return ed25519(blob, null);
        }
        if (passphrase == null || passphrase.length == 0) {
            throw new CredentialException(
                    Problem.PASSPHRASE_REQUIRED,
                    "The SSH key is protected by a passphrase.",
                    "Give the passphrase together with the key.",
                    null);
        }
        byte[] bytes = utf8(passphrase);
        try {
            return ed25519(blob, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] unarmoured(String given) {
        // Environment variables and secret stores often hold a key in one line, with its line ends written out.
        String text = given.replace("\\r", "").replace("\\n", "\n");
        if (text.isBlank()) {
            throw new CredentialException(
                    Problem.EMPTY, "The SSH key is empty.", "Give the whole text of the private key.", null);
        }
        Matcher armour = ARMOUR.matcher(text);
        if (!armour.find()) {
            throw notOpenSsh(text);
        }
        try {
            return Base64.getDecoder().decode(armour.group(1).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            // Without the cause: its message shows a character of the key.
            throw corrupt("is not Base64");
        }
    }

    private static CredentialException notOpenSsh(String text) {
        Matcher other = OTHER_ARMOUR.matcher(text);
        if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            return corrupt("has no END line");
        }
        if (other.find()) {
            boolean putty = other.group(1) == null;
            String form = putty ? "PuTTY" : "PEM (" + other.group(1) + ")";
            String conversion = putty
                    ? "puttygen key.ppk -O private-openssh-new -o key"
                    : "ssh-keygen -p -f key (OpenSSH 9.6 or later; Ed25519 only)";
            return new CredentialException(
                    Problem.NOT_OPENSSH,
                    "The SSH key is in " + form + " form, not in OpenSSH form.",
                    "Convert it with: " + conversion + ". Or make a new one with: ssh-keygen -t ed25519.",
                    null);
        }
        boolean publicKey = text.strip().startsWith("ssh-") || text.strip().startsWith("ecdsa-");
        return new CredentialException(
                Problem.NOT_OPENSSH,
                publicKey ? "This is a public SSH key; the private one is needed." : "This is no SSH key.",
                "Give the text that begins with the line BEGIN OPENSSH PRIVATE KEY.",
                null);
    }

    /** Reads the part that is never encrypted: magic, cipher, key derivation, number of keys, public key. */
    private static boolean checkedHead(byte[] blob) {
        if (!Arrays.equals(MAGIC, Arrays.copyOf(blob, MAGIC.length))) {
            throw corrupt("does not begin as an OpenSSH key");
        }
        try {
            ByteBuffer head = ByteBuffer.wrap(blob, MAGIC.length, blob.length - MAGIC.length);
            String cipher = ascii(block(head));
            block(head);
            block(head);
            head.getInt();
            String type = ascii(block(ByteBuffer.wrap(block(head))));
            if (!type.equals("ssh-ed25519")) {
                throw notEd25519(type);
            }
            return !cipher.equals("none");
        } catch (BufferUnderflowException e) {
            throw corrupt("is cut off");
        }
    }

    private static Ed25519PrivateKeyParameters ed25519(byte[] blob, byte @Nullable [] passphrase) {
        AsymmetricKeyParameter key;
        try {
            key = OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(blob, passphrase);
        } catch (RuntimeException e) {
            // Without the cause: nobody promises that messages from inside a key hold none of it.
            throw passphrase == null ? corrupt("is damaged") : wrongPassphrase();
        }
        if (key instanceof Ed25519PrivateKeyParameters ed25519) {
            return ed25519;
        }
        throw notEd25519("another type");
    }

    private static byte[] utf8(char[] passphrase) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return bytes;
    }

    private static byte[] block(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] block = new byte[length];
        from.get(block);
        return block;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static CredentialException notEd25519(String type) {
        String shown = type.matches("[a-z0-9@.-]{1,60}") ? type : "another type";
        return new CredentialException(
                Problem.NOT_ED25519, "The SSH key is not an Ed25519 key but " + shown + ".", MAKE_ONE, null);
    }

    private static CredentialException wrongPassphrase() {
        return new CredentialException(
                Problem.PASSPHRASE_WRONG,
                "The SSH key does not open with this passphrase.",
                "Check the passphrase; if it is right, the key is damaged.",
                null);
    }

    private static CredentialException corrupt(String how) {
        return new CredentialException(
                Problem.CORRUPT,
                "The content of the SSH key " + how + ".",
                "Copy the key again, whole, with its BEGIN and END lines.",
                null);
    }
}
