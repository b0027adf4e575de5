package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what the headers of sound files tell. Sound of which they tell less is sound all the same. */
final class SoundReader {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FORMAT_BYTES = 16;
    private static final int EXTENSION_BYTES = 10;
    /** What recorders write that do not know yet how much will come. */
    private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;

    private static final int MOST_CHUNKS = 1000;

    private final ForwardBytes in;

    SoundReader(ForwardBytes in) {
        this.in = in;
    }

    private record Format(int tag, int channels, int sampleRate, long bytesPerSecond, int bits) {

        SoundFacts facts() {
            return new SoundFacts(some(sampleRate), some(bits), codec(), some(channels));
        }

        private @Nullable String codec() {
            return switch (tag) {
                case PCM -> bits == 8 ? "pcm_u8" : "pcm_s" + bits + "le";
                case FLOAT -> "pcm_f" + bits + "le";
                case A_LAW -> "pcm_alaw";
                case MU_LAW -> "pcm_mulaw";
                default -> null;
            };
        }
    }

    /** Chunks of little-endian numbers; the one with the format stands before the one with the samples. */
    Facts wav() throws IOException {
        Format format = null;
        try {
            in.skip(12);
            for (int i = 0; i < MOST_CHUNKS; i++) {
                String name = in.fourCharacters();
                long size = in.littleEndian(4);
                if (name.equals("data")) {
                    return format == null ? Facts.NONE : Facts.ofSound(seconds(format, size), format.facts());
                }
                if (name.equals("fmt ") && size >= FORMAT_BYTES) {
                    format = format(size);
                } else {
                    in.skip(size + (size & 1));
                }
            }
        } catch (EOFException e) {
            return format == null ? Facts.NONE : Facts.ofSound(null, format.facts());
        }
        return Facts.NONE;
    }

    private Format format(long size) throws IOException {
        int tag = in.u16LittleEndian();
        int channels = in.u16LittleEndian();
        int sampleRate = in.i32LittleEndian();
        long bytesPerSecond = in.littleEndian(4);
        in.skip(2);
        int bits = in.u16LittleEndian();
        long read = FORMAT_BYTES;
        if (tag == EXTENSIBLE && size >= FORMAT_BYTES + EXTENSION_BYTES) {
            in.skip(EXTENSION_BYTES - 2);
            tag = in.u16LittleEndian();
            read += EXTENSION_BYTES;
        }
        in.skip(size + (size & 1) - read);
        return new Format(tag, channels, sampleRate, bytesPerSecond, bits);
    }

    private static @Nullable Double seconds(Format format, long bytes) {
        return format.bytesPerSecond() == 0 || bytes == 0 || bytes == UNKNOWN_SIZE
                ? null
                : (double) bytes / format.bytesPerSecond();
    }

    /** The block with the facts is always the first one. */
    Facts flac() throws IOException {
        long packed;
        try {
            in.skip(4 + 4 + 10);
            packed = in.i64();
        } catch (EOFException e) {
            return Facts.NONE;
        }
        int sampleRate = (int) (packed >>> 44);
        int channels = (int) ((packed >>> 41) & 0x7) + 1;
        int bits = (int) ((packed >>> 36) & 0x1F) + 1;
        long samples = packed & 0xFFFFFFFFFL;
        return Facts.ofSound(
                sampleRate == 0 || samples == 0 ? null : (double) samples / sampleRate,
                new SoundFacts(some(sampleRate), bits, "flac", channels));
    }

    /** The first frame tells the format, and how many there are if its encoder wrote that into it. */
    Facts mp3() throws IOException {
        SoundFacts facts = null;
        try {
            skipTag();
            MpegHeader header = MpegHeader.of((int) in.u32());
            if (header == null) {
                return Facts.NONE;
            }
            facts = new SoundFacts(header.sampleRate(), null, "mp3", header.channels());
            Long frames = frames(header);
            return Facts.ofSound(
                    frames == null ? null : (double) frames * header.samples() / header.sampleRate(), facts);
        } catch (EOFException e) {
            return Facts.ofSound(null, facts);
        }
    }

    /** A tag says in four times seven bits how long it is. */
    private void skipTag() throws IOException {
        byte[] mark = in.peek(3);
        if (Arrays.equals(mark, "ID3".getBytes(ISO_8859_1))) {
            in.skip(5);
            boolean footer = (in.u8() & 0x10) != 0;
            long size = 0;
            for (byte seven : in.read(4)) {
                size = (size << 7) | (seven & 0x7F);
            }
            in.skip(size + (footer ? 10 : 0));
        }
    }

    private @Nullable Long frames(MpegHeader header) throws IOException {
        byte[] frame = in.read(MpegHeader.VBRI_AT + 18);
        if (MediaType.at(frame, MpegHeader.VBRI_AT, "VBRI")) {
            return number(frame, MpegHeader.VBRI_AT + 14);
        }
        int at = header.sideBytes();
        boolean told = MediaType.at(frame, at, "Xing") || MediaType.at(frame, at, "Info");
        return told && (frame[at + 7] & 1) != 0 ? number(frame, at + 8) : null;
    }

    private static @Nullable Long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 4; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number == 0 ? null : number;
    }

    private static @Nullable Integer some(int number) {
        return number <= 0 ? null : number;
    }
}
