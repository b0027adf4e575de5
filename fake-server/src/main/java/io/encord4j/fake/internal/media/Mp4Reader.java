package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Inspection.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the movie header of an ISO base media file (MP4, QuickTime). Only boxes on the way to the facts are entered,
 * each kind at one depth, so nesting is bounded by the format itself.
 */
final class Mp4Reader {

    private static final int MOST_BOXES = 100_000;
    private static final int MOST_TIME_ENTRIES = 1_000_000;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final double FIXED_POINT = 65_536;

    private final ForwardBytes in;
    private final List<Track> tracks = new ArrayList<>();
    private int boxesSeen;
    private long movieTimescale;
    private long movieDuration;
    private long fragmentsDuration;

    Mp4Reader(ForwardBytes in) {
        this.in = in;
    }

    private record Box(String type, long end) {}

    private interface Visitor {
        void visit(Box box) throws IOException;
    }

    private static final class Track {
        private boolean pictures;
        private long width;
        private long height;
        private long timescale;
        private long duration;
        private long samples;
        private long ticks;
    }

    Facts read(boolean withPictures) throws IOException {
        Box box = next(Long.MAX_VALUE);
        while (!box.type().equals("moov")) {
            if (box.end() == Long.MAX_VALUE) {
                throw new UnreadableMedia("no movie header");
            }
            in.skip(box.end() - in.position());
            if (in.isAtEnd()) {
                return Facts.NONE; // Whole boxes, none of which tells anything: small samples are made like that.
            }
            box = next(Long.MAX_VALUE);
        }
        each(box.end(), this::inMovie);
        return facts(withPictures);
    }

    private Facts facts(boolean withPictures) throws UnreadableMedia {
        Optional<Track> pictures =
                tracks.stream().filter(track -> track.pictures).findFirst();
        if (pictures.isEmpty()) {
            if (withPictures) {
                throw new UnreadableMedia("no video track");
            }
            return new Facts(null, null, seconds(movieDuration, movieTimescale), null);
        }
        Track track = pictures.get();
        Facts size = ImageHeaders.size(track.width, track.height);
        return new Facts(size.width(), size.height(), duration(track), framesPerSecond(track));
    }

    private @Nullable Double duration(Track track) {
        Double whole = seconds(Math.max(movieDuration, fragmentsDuration), movieTimescale);
        return whole != null ? whole : seconds(track.duration, track.timescale);
    }

    private static @Nullable Double framesPerSecond(Track track) {
        Double length = seconds(track.ticks, track.timescale);
        return length == null || track.samples <= 0 ? null : track.samples / length;
    }

    private static @Nullable Double seconds(long ticks, long perSecond) {
        return ticks <= 0 || perSecond <= 0 ? null : (double) ticks / perSecond;
    }

    private void inMovie(Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean wide = skipTimes();
                movieTimescale = in.u32();
                movieDuration = number(wide);
            }
            case "mvex" -> each(box.end(), this::inFragments);
            case "trak" -> {
                Track track = new Track();
                each(box.end(), inner -> inTrack(inner, track));
                tracks.add(track);
            }
            default -> {}
        }
    }

    private void inFragments(Box box) throws IOException {
        if (box.type().equals("mehd")) {
            fragmentsDuration = number(wide());
        }
    }

    private void inTrack(Box box, Track track) throws IOException {
        switch (box.type()) {
            case "tkhd" -> {
                boolean wide = skipTimes();
                in.skip(8);
                number(wide);
                in.skip(52);
                track.width = Math.round(in.u32() / FIXED_POINT);
                track.height = Math.round(in.u32() / FIXED_POINT);
            }
            case "mdia" -> each(box.end(), inner -> inMedia(inner, track));
            default -> {}
        }
    }

    private void inMedia(Box box, Track track) throws IOException {
        switch (box.type()) {
            case "mdhd" -> {
                boolean wide = skipTimes();
                track.timescale = in.u32();
                track.duration = number(wide);
            }
            case "hdlr" -> {
                in.skip(8);
                track.pictures = in.fourCharacters().equals("vide");
            }
            case "minf" -> each(box.end(), inner -> inMediaInformation(inner, track));
            default -> {}
        }
    }

    private void inMediaInformation(Box box, Track track) throws IOException {
        if (box.type().equals("stbl")) {
            each(box.end(), inner -> inSampleTable(inner, track));
        }
    }

    private void inSampleTable(Box box, Track track) throws IOException {
        if (box.type().equals("stts")) {
            in.skip(4);
            long entries = Math.min(in.u32(), MOST_TIME_ENTRIES);
            for (long i = 0; i < entries && in.position() < box.end(); i++) {
                long samples = in.u32();
                track.samples += samples;
                track.ticks += samples * in.u32();
            }
        }
    }

    /** Skips version, flags, creation and modification time; tells whether times have 64 bits. */
    private boolean skipTimes() throws IOException {
        boolean wide = wide();
        in.skip(wide ? 16 : 8);
        return wide;
    }

    private boolean wide() throws IOException {
        int version = in.u8();
        in.skip(3);
        return version == 1;
    }

    private long number(boolean wide) throws IOException {
        long number = wide ? in.i64() : in.u32();
        boolean unknown = wide ? number == -1 : number == 0xFFFF_FFFFL;
        return unknown ? 0 : number;
    }

    private void each(long end, Visitor visitor) throws IOException {
        while (end - in.position() >= SHORT_HEADER) {
            Box box = next(end);
            visitor.visit(box);
            in.skip(box.end() - in.position());
        }
        in.skip(end - in.position());
    }

    private Box next(long parentEnd) throws IOException {
        if (++boxesSeen > MOST_BOXES) {
            throw new UnreadableMedia("more than " + MOST_BOXES + " boxes");
        }
        long start = in.position();
        long size = in.u32();
        String type = in.fourCharacters();
        int header = SHORT_HEADER;
        if (size == 1) {
            size = in.i64();
            header = LONG_HEADER;
        }
        if (size == 0) {
            return new Box(type, parentEnd);
        }
        if (size < header || size > parentEnd - start) {
            throw new UnreadableMedia("a box of an impossible size");
        }
        return new Box(type, start + size);
    }
}
