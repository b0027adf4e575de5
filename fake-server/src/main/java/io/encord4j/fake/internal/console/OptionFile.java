package io.encord4j.fake.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads text files that options name, which may be anything. */
final class OptionFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private OptionFile() {}

    static String read(String option, String file, int mostBytes) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new IllegalArgumentException(
                        option + " " + file + " has more than " + mostBytes + " bytes, which is not meant.");
            }
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw new IllegalArgumentException(
                        option + " " + file + " begins with a byte order mark: save it without.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(option + " " + file + " is not text in UTF-8.", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(option + " cannot read the file " + file + ".", e);
        }
    }
}
