package io.encord4j.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Pictures in PNG: a header of 32 by 24 pixels, and bytes behind it that nobody looks at. */
public final class Images {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Images() {}

    /** Makes a folder with so many of them, each a little different. */
    public static Path folder(Path parent, int count, int bytes) throws IOException {
        Path folder = Files.createTempDirectory(parent, "images");
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve("%06d.png".formatted(i)), image(bytes, i));
        }
        return folder;
    }

    private static byte[] image(int size, int number) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(32)
                .putInt(24)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(header.array());
        return ByteBuffer.allocate(size)
                .put(SIGNATURE)
                .putInt(13)
                .put(header.array())
                .putInt((int) check.getValue())
                .putInt(number)
                .array();
    }
}
