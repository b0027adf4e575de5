package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads numbers from a stream that supports marks, forwards only. Skipping is handed on, so that a file is not read where it is skipped.
 */
final class ForwardBytes {

    private static final int MOST_AT_ONCE = 64 * 1024;

    private final InputStream in;
    private long position;

    ForwardBytes(InputStream in) {
        this.in = in;
    }

    long position() {
        return position;
    }

    boolean isAtEnd() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return true;
        }
        in.reset();
        return false;
    }

    /** The bytes to come, which are fewer at the end of the file; they stay to be read. */
    byte[] peek(int length) throws IOException {
        in.mark(length);
        byte[] bytes = in.readNBytes(length);
        in.reset();
        return bytes;
    }

    byte[] read(int length) throws IOException {
        if (length > MOST_AT_ONCE) {
            throw new UnreadableMedia("a field of " + length + " bytes, where a short one belongs");
        }
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    void skip(long length) throws IOException {
        if (length < 0) {
            throw new UnreadableMedia("a negative size");
        }
        in.skipNBytes(length);
        position += length;
    }

    int u8() throws IOException {
        return read(1)[0] & 0xFF;
    }

    int u16() throws IOException {
        return (int) bigEndian(2);
    }

    long u32() throws IOException {
        return bigEndian(4);
    }

    long i64() throws IOException {
        return bigEndian(8);
    }

    int u16LittleEndian() throws IOException {
        return (int) littleEndian(2);
    }

    int u24LittleEndian() throws IOException {
        return (int) littleEndian(3);
    }

    int i32LittleEndian() throws IOException {
        return (int) littleEndian(4);
    }

    String fourCharacters() throws IOException {
        return new String(read(4), ISO_8859_1);
    }

    long bigEndian(int bytes) throws IOException {
        long number = 0;
        for (byte next : read(bytes)) {
            number = (number << 8) | (next & 0xFF);
        }
        return number;
    }

    long littleEndian(int bytes) throws IOException {
        byte[] read = read(bytes);
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = (number << 8) | (read[i] & 0xFF);
        }
        return number;
    }
}
