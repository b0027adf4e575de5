package io.encord4j.codegen.runtime.json;

import java.util.Locale;
import java.util.UUID;

/** UUIDs as texts. */
public final class WireUuid {
    private static final int LENGTH = 36;

    private WireUuid() {}

    /**
     * Reads a UUID: in the usual form of 36 characters, in either case; also without hyphens, in braces, or as a URN.
     *
     * @param text the text
     * @return the UUID
     * @throws IllegalArgumentException if the text is no UUID; the message says so
     */
    public static UUID parse(String text) {
        if (text.length() == LENGTH
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-') {
            long most = hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
            long least = hex(text, 19, 23) << 48 | hex(text, 24, 36);
            return new UUID(most, least);
        }
        return parseOther(text);
    }

    private static UUID parseOther(String text) {
        String rest = text.strip().toLowerCase(Locale.ROOT);
        if (rest.startsWith("urn:uuid:")) {
            rest = rest.substring("urn:uuid:".length());
        } else if (rest.startsWith("{") && rest.endsWith("}")) {
            rest = rest.substring(1, rest.length() - 1);
        }
        String digits = rest.length() == LENGTH ? rest.replace("-", "") : rest;
        if (digits.length() != 32) {
            throw notOne(text);
        }
        return new UUID(hex(digits, 0, 16), hex(digits, 16, 32));
    }

    private static long hex(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | digit(text, text.charAt(i));
        }
        return value;
    }

    private static int digit(String text, char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        if (letter < 0 || letter > 5 || c > 'f') {
            throw notOne(text);
        }
        return letter + 10;
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException(
                "Expected a UUID of 36 characters but got " + text.length() + " characters that are none");
    }
}
