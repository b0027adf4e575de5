package io.encord4j.fake.internal.console;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** A public key as the command line names it, with the address of its holder. */
record PublicKeyOption(String email, String publicKey) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String TYPE = "ssh-ed25519";
    private static final int KEY_BYTES = 32;
    private static final int BLOB_BYTES = 4 + 11 + 4 + KEY_BYTES;

    static PublicKeyOption of(String given, String defaultEmail) {
        // The base64 of a key can end in equals signs, but an address has an at sign before the first of them.
        int equals = given.indexOf('=');
        boolean named = equals > 0 && given.substring(0, equals).indexOf('@') > 0 && !given.startsWith(TYPE);
        String key = named ? given.substring(equals + 1) : given;
        return new PublicKeyOption(named ? given.substring(0, equals) : defaultEmail, read(key));
    }

    private static String read(String key) {
        String text = key.startsWith("@")
                ? OptionFile.read("--public-key", key.substring(1), MOST_BYTES).strip()
                : key;
        if (HEX.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        String[] words = text.strip().split("\\s+", -1);
        if (words.length >= 2 && words[0].equals(TYPE)) {
            return fromBlob(words[1]);
        }
        throw new IllegalArgumentException(
                "--public-key takes an Ed25519 public key, as 64 hex digits or as " + TYPE + " followed by base64.");
    }

    private static String fromBlob(String base64) {
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--public-key has a key that is not base64.", e);
        }
        if (blob.length != BLOB_BYTES) {
            throw new IllegalArgumentException(
                    "--public-key has a key of " + blob.length + " bytes; an Ed25519 key has " + BLOB_BYTES + ".");
        }
        return HexFormat.of().formatHex(Arrays.copyOfRange(blob, blob.length - KEY_BYTES, blob.length));
    }
}
