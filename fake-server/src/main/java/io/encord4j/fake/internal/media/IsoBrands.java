package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the brands of an ISO base media file say about it. */
final class IsoBrands {

    private static final int FIRST_BRAND = 8;
    private static final int FIRST_COMPATIBLE = 16;

    /** Of any picture, whatever codes it: the brands behind them decide. */
    private static final Set<String> ANY_PICTURE = Set.of("mif1", "mif2", "msf1", "miaf");

    private static final Set<String> HEVC_PICTURE =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");

    private IsoBrands() {}

    /** The type of a file that begins with its brands; null if it does not. */
    static @Nullable MediaType typeOf(byte[] head) {
        if (!MediaType.at(head, 4, "ftyp") || head.length < FIRST_BRAND + 4) {
            return null;
        }
        String major = brand(head, FIRST_BRAND);
        MediaType type = typeOf(major);
        if (!ANY_PICTURE.contains(major)) {
            return type;
        }
        int end = Math.min(head.length, ((head[2] & 0xFF) << 8) | (head[3] & 0xFF));
        return Stream.iterate(FIRST_COMPATIBLE, at -> at + 4 <= end, at -> at + 4)
                .map(at -> typeOf(brand(head, at)))
                .filter(MediaType.AVIF::equals)
                .findFirst()
                .orElse(MediaType.HEIC);
    }

    /** QuickTime had no brands before 2001, and programs that write none are still in use. */
    static boolean isQuickTimeWithoutBrands(byte[] head) {
        return Stream.of("moov", "mdat", "wide", "free", "skip", "pnot").anyMatch(box -> MediaType.at(head, 4, box));
    }

    private static MediaType typeOf(String brand) {
        return switch (brand) {
            case "avif", "avis" -> MediaType.AVIF;
            case "qt  " -> MediaType.QUICKTIME;
            case "M4A ", "M4B " -> MediaType.M4A;
            default -> HEVC_PICTURE.contains(brand) ? MediaType.HEIC : MediaType.MP4;
        };
    }

    private static String brand(byte[] head, int at) {
        return new String(head, at, 4, ISO_8859_1);
    }
}
