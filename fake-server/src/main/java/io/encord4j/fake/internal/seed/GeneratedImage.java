package io.encord4j.fake.internal.seed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import okio.Buffer;

/** Small PNG files of one grey, the same bytes for the same arguments. */
final class GeneratedImage {

    private static final int LARGEST = 10_000;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BIT_DEPTH = 8;

    private GeneratedImage() {}

    static byte[] png(int width, int height, String name) {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("A generated image has from 1 to " + LARGEST + " pixels a side, not "
                    + width + " by " + height + ".");
        }
        Buffer header = new Buffer().writeInt(width).writeInt(height);
        header.writeByte(BIT_DEPTH).writeByte(0).writeByte(0).writeByte(0).writeByte(0);
        Buffer png = new Buffer().write(SIGNATURE);
        chunk(png, "IHDR", header.readByteArray());
        chunk(png, "IDAT", pixels(width, height, name.hashCode()));
        chunk(png, "IEND", new byte[0]);
        return png.readByteArray();
    }

    private static byte[] pixels(int width, int height, int grey) {
        byte[] line = new byte[width + 1]; // The byte before the pixels says that they are not filtered.
        Arrays.fill(line, 1, line.length, (byte) grey);
        Deflater deflater = new Deflater();
        Buffer out = new Buffer();
        byte[] buffer = new byte[8192];
        for (int row = 0; row < height; row++) {
            deflater.setInput(line);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.readByteArray();
    }

    private static void chunk(Buffer png, String type, byte[] content) {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        png.writeInt(content.length).write(name).write(content).writeInt((int) crc.getValue());
    }
}
