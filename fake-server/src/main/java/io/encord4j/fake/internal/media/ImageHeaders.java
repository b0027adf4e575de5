package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Inspection.Facts;
import java.io.IOException;

/** The sizes of still pictures. Each reader starts at the first byte of the file. */
final class ImageHeaders {

    private static final int MOST_SEGMENTS = 10_000;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private ImageHeaders() {}

    static Facts png(ForwardBytes in) throws IOException {
        in.skip(8);
        long length = in.u32();
        if (length != 13 || !in.fourCharacters().equals("IHDR")) {
            throw new UnreadableMedia("no image header where PNG has it");
        }
        return size(in.u32(), in.u32());
    }

    static Facts gif(ForwardBytes in) throws IOException {
        in.skip(6);
        return size(in.u16LittleEndian(), in.u16LittleEndian());
    }

    static Facts bmp(ForwardBytes in) throws IOException {
        in.skip(14);
        int headerSize = in.i32LittleEndian();
        if (headerSize == 12) {
            return size(in.u16LittleEndian(), in.u16LittleEndian());
        }
        if (headerSize < 40) {
            throw new UnreadableMedia("a bitmap header of " + headerSize + " bytes");
        }
        // A negative height means that the rows are stored from top to bottom.
        return size(in.i32LittleEndian(), Math.abs((long) in.i32LittleEndian()));
    }

    static Facts jpeg(ForwardBytes in) throws IOException {
        in.skip(2);
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            if (in.u8() != 0xFF) {
                throw new UnreadableMedia("no marker where a JPEG segment begins");
            }
            int marker = in.u8();
            while (marker == 0xFF) {
                marker = in.u8();
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                throw new UnreadableMedia("no frame header before its image data");
            }
            if (standsAlone(marker)) {
                continue;
            }
            int length = in.u16();
            if (isFrameHeader(marker)) {
                in.skip(1);
                int height = in.u16();
                return size(in.u16(), height);
            }
            in.skip(length - 2L);
        }
        throw new UnreadableMedia("more than " + MOST_SEGMENTS + " segments before its frame header");
    }

    static Facts webp(ForwardBytes in) throws IOException {
        in.skip(12);
        String chunk = in.fourCharacters();
        in.skip(4);
        return switch (chunk) {
            case "VP8 " -> webpLossy(in);
            case "VP8L" -> webpLossless(in);
            case "VP8X" -> webpExtended(in);
            default -> throw new UnreadableMedia("no image chunk where WebP has it");
        };
    }

    private static Facts webpLossy(ForwardBytes in) throws IOException {
        in.skip(3);
        if (in.u8() != 0x9D || in.u8() != 0x01 || in.u8() != 0x2A) {
            throw new UnreadableMedia("no key frame at its start");
        }
        return size(in.u16LittleEndian() & 0x3FFF, in.u16LittleEndian() & 0x3FFF);
    }

    private static Facts webpLossless(ForwardBytes in) throws IOException {
        if (in.u8() != 0x2F) {
            throw new UnreadableMedia("no signature in its lossless chunk");
        }
        int packed = in.i32LittleEndian();
        return size((packed & 0x3FFF) + 1L, ((packed >>> 14) & 0x3FFF) + 1L);
    }

    private static Facts webpExtended(ForwardBytes in) throws IOException {
        in.skip(4);
        return size(in.u24LittleEndian() + 1L, in.u24LittleEndian() + 1L);
    }

    /** SOF0 to SOF15, without the tables that have numbers in the same range. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** TEM and the restart markers carry no length. */
    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    static Facts size(long width, long height) throws UnreadableMedia {
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new UnreadableMedia("an impossible size of " + width + " x " + height + " pixels");
        }
        return Facts.ofImage((int) width, (int) height);
    }
}
