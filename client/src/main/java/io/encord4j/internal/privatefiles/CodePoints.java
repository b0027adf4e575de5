package io.encord4j.internal.privatefiles;

import java.io.IOException;
import java.util.Locale;
import okio.BufferedSource;
import okio.ByteString;
import okio.Options;

/** The characters of a text, one by one, as long as they are characters. */
abstract class CodePoints {
    static final int END = -1;

    private static final Options MARK = Options.of(ByteString.encodeUtf8("\uFEFF"));

    private int line = 1;
    private int column;

    /** Bytes that have to be UTF-8; a byte order mark in front is passed over. */
    static CodePoints ofUtf8(BufferedSource bytes) {
        return new Utf8(bytes);
    }

    private static void passMark(BufferedSource bytes) throws IOException {
        if (bytes.request(2)) {
            int first = bytes.getBuffer().getByte(0) & 0xFF;
            int second = bytes.getBuffer().getByte(1) & 0xFF;
            boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
            if (marked || first == 0 || second == 0) {
                throw new JsonFault(1, 1, "it is UTF-16 or UTF-32", "Save it as UTF-8.");
            }
        }
        bytes.select(MARK);
    }

    /** A text of this program, which can hold halves of characters. */
    static CodePoints of(String text) {
        return new Characters(text);
    }

    abstract int read() throws IOException;

    /** The next character, or {@link #END}. */
    int next() throws IOException {
        column++;
        int character = read();
        if (character == '\n') {
            line++;
            column = 0;
        }
        return character;
    }

    JsonFault fault(String problem, String remedy) {
        return new JsonFault(line, Math.max(1, column), problem, remedy);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    private static final class Characters extends CodePoints {
        private final String text;
        private int at;

        Characters(String text) {
            this.text = text;
            this.at = text.startsWith("\uFEFF") ? 1 : 0;
        }

        @Override
        int read() throws IOException {
            if (at == text.length()) {
                return END;
            }
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw fault("it has half of a surrogate pair, which is no character", "Pass well-formed Unicode.");
            }
            return character;
        }
    }

    private static final class Utf8 extends CodePoints {
        private final BufferedSource bytes;
        private boolean begun;

        Utf8(BufferedSource bytes) {
            this.bytes = bytes;
        }

        @Override
        int read() throws IOException {
            if (!begun) {
                begun = true;
                passMark(bytes);
            }
            if (bytes.exhausted()) {
                return END;
            }
            int first = bytes.readByte() & 0xFF;
            if (first < 0x80) {
                return first;
            }
            if (first < 0xC2 || first > 0xF4) {
                throw notUtf8(first);
            }
            int following = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
            int character = first & (0x3F >> following);
            for (int i = 0; i < following; i++) {
                int next = bytes.exhausted() ? END : bytes.getBuffer().getByte(0) & 0xFF;
                if ((next & 0xC0) != 0x80 || next == END) {
                    throw notUtf8(first);
                }
                character = (character << 6) | (next & 0x3F);
                bytes.skip(1);
            }
            boolean tooLong = (following == 2 && character < 0x800) || (following == 3 && character < 0x10000);
            boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            if (tooLong || surrogate || character > Character.MAX_CODE_POINT) {
                throw notUtf8(first);
            }
            return character;
        }

        private JsonFault notUtf8(int first) {
            return fault(
                    "it is not UTF-8: the byte 0x%02X begins no character".formatted(first),
                    "Save it as UTF-8; it may be Latin-1 or Windows-1252.");
        }
    }

    /** How a character is shown in a message. */
    static String show(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character)
                ? String.format(Locale.ROOT, "U+%04X", character)
                : "'" + Character.toString(character) + "'";
    }
}
