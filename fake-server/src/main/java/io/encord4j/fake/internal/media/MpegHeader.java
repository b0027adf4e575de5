package io.encord4j.fake.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * What stands before each frame of layer III sound.
 *
 * @param sampleRate samples in a second
 * @param channels one or two
 * @param samples how many samples a frame holds
 * @param sideBytes how many bytes lie between the header and where encoders tell of the whole file
 */
record MpegHeader(int sampleRate, int channels, int samples, int sideBytes) {

    /** Where another family of encoders tells of the whole file, whatever the format. */
    static final int VBRI_AT = 32;

    private static final int LAYER_III = 1;
    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int MONO = 3;
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** Reads the four bytes, or null if they are no such header. */
    static @Nullable MpegHeader of(int bits) {
        int version = (bits >>> 19) & 3;
        int layer = (bits >>> 17) & 3;
        int rate = (bits >>> 10) & 3;
        if (bits >>> 21 != 0x7FF || version == 1 || layer != LAYER_III || rate == 3) {
            return null;
        }
        boolean mono = ((bits >>> 6) & 3) == MONO;
        boolean first = version == MPEG_1;
        int divisor = first ? 1 : version == MPEG_2 ? 2 : 4;
        int side = first ? mono ? 17 : 32 : mono ? 9 : 17;
        return new MpegHeader(RATES[rate] / divisor, mono ? 1 : 2, first ? 1152 : 576, side);
    }
}
