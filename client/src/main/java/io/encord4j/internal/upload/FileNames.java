package io.encord4j.internal.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import okio.Buffer;

/**
 * Names of files as text. The JDK reads the bytes of a name in the encoding of the locale, and puts U+FFFD in the place of what that does not know:
 * with {@code LC_ALL=C}, of each byte beyond ASCII. The URI of a path has the bytes themselves.
 */
public final class FileNames {
    private static final char UNKNOWN = '\uFFFD';

    private FileNames() {}

    /**
     * The last name of a path.
     *
     * @throws InvalidFileException if its bytes are no UTF-8, and no text of the locale either
     */
    public static String of(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.indexOf(UNKNOWN) < 0) {
            return name;
        }
        String raw = path.toAbsolutePath().toUri().getRawPath();
        int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes(raw.substring(raw.lastIndexOf('/', end - 1) + 1, end))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(path, Problem.UNREADABLE_NAME, e);
        }
    }

    private static byte[] bytes(String percentEncoded) {
        Buffer bytes = new Buffer();
        for (int i = 0; i < percentEncoded.length(); i++) {
            char c = percentEncoded.charAt(i);
            if (c == '%') {
                bytes.writeByte(Integer.parseInt(percentEncoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.writeByte(c);
            }
        }
        return bytes.readByteArray();
    }
}
