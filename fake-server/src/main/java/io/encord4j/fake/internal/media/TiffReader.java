package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Inspection.Facts;
import java.io.IOException;

/** Reads the size of the first picture of a TIFF file: of either byte order, with offsets of 32 or 64 bits. */
final class TiffReader {

    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int SHORT = 3;
    private static final int BIG_TIFF = 43;
    private static final int MOST_FIELDS = 10_000;

    private final ForwardBytes in;
    private boolean littleEndian;

    TiffReader(ForwardBytes in) {
        this.in = in;
    }

    Facts read() throws IOException {
        littleEndian = in.u16() == 0x4949;
        boolean big = number(2) == BIG_TIFF;
        if (big) {
            in.skip(4);
        }
        int offsetBytes = big ? 8 : 4;
        long directory = number(offsetBytes);
        if (directory < in.position()) {
            throw new UnreadableMedia("no directory of its first picture");
        }
        in.skip(directory - in.position());
        long fields = Math.min(number(big ? 8 : 2), MOST_FIELDS);
        long width = 0;
        long height = 0;
        for (long i = 0; i < fields && (width == 0 || height == 0); i++) {
            long tag = number(2);
            int valueBytes = number(2) == SHORT ? 2 : 4;
            in.skip(offsetBytes);
            long value = number(valueBytes);
            in.skip(offsetBytes - valueBytes);
            if (tag == IMAGE_WIDTH) {
                width = value;
            } else if (tag == IMAGE_LENGTH) {
                height = value;
            }
        }
        return ImageHeaders.size(width, height);
    }

    private long number(int bytes) throws IOException {
        return littleEndian ? in.littleEndian(bytes) : in.bigEndian(bytes);
    }
}
