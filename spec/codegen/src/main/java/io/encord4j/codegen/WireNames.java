package io.encord4j.codegen;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** From the names of the wire to the names of Java. */
final class WireNames {
    /** Names that a record component may not have, or that would clash with what every generated record offers. */
    private static final Set<String> TAKEN = Set.of(
            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "builder", "_");

    private WireNames() {}

    /** {@code data_hash} and {@code data-hash} become {@code dataHash}; {@code class} becomes {@code class_}. */
    static String variable(String wireName) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (!isAsciiLetterOrDigit(c)) {
                upper = !name.isEmpty();
            } else if (name.isEmpty()) {
                name.append(Character.toLowerCase(c));
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            name.insert(0, '_');
        }
        String result = name.toString();
        return SourceVersion.isKeyword(result) || TAKEN.contains(result) ? result + "_" : result;
    }

    /** {@code data_hash} for {@code dataHash}, and the other way round; a name of one word is the same in both. */
    static String otherSpelling(String wireName) {
        StringBuilder other = new StringBuilder();
        boolean snake = wireName.indexOf('_') >= 0;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (snake && c == '_' && i > 0 && i < wireName.length() - 1) {
                other.append(Character.toUpperCase(wireName.charAt(++i)));
            } else if (!snake && Character.isUpperCase(c) && i > 0) {
                other.append('_').append(Character.toLowerCase(c));
            } else {
                other.append(c);
            }
        }
        return other.toString();
    }

    /** {@code dicomFile}, {@code dicom.file} and {@code DICOM_FILE} become {@code DICOM_FILE}. */
    static String constant(String wireName) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            boolean startsWord = Character.isUpperCase(c)
                    && i > 0
                    && (Character.isLowerCase(wireName.charAt(i - 1)) || Character.isDigit(wireName.charAt(i - 1)));
            if (!isAsciiLetterOrDigit(c) || startsWord) {
                if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
                    name.append('_');
                }
            }
            if (isAsciiLetterOrDigit(c)) {
                name.append(c);
            }
        }
        if (name.isEmpty()) {
            return "EMPTY";
        }
        if (Character.isDigit(name.charAt(0))) {
            name.insert(0, "VALUE_");
        }
        return name.toString().toUpperCase(Locale.ROOT);
    }

    /** A Java string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
