package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Boxes.Box;
import io.encord4j.fake.internal.media.Inspection.Facts;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the movie header of an ISO base media file (MP4, QuickTime), and the headers of fragments if there are any. Only
 * boxes on the way to the facts are entered, each kind at one depth, so nesting is bounded by the format itself. Sizes are
 * those of the coded picture: neither the size of display nor rotation changes them.
 */
final class Mp4Reader {

    private static final int MOST_TIME_ENTRIES = 1_000_000;

    /** What the description of a picture has at least, up to its height. */
    private static final int PICTURE_ENTRY = 36;

    private final ForwardBytes in;
    private final Boxes boxes;
    private final Fragments fragments;
    private final List<Track> tracks = new ArrayList<>();
    private long movieTimescale;
    private long movieDuration;
    private boolean fragmented;
    private boolean complete = true;

    Mp4Reader(ForwardBytes in) {
        this.in = in;
        this.boxes = new Boxes(in);
        this.fragments = new Fragments(in, boxes);
    }

    private static final class Track {
        private long id;
        private boolean pictures;
        private long width;
        private long height;
        private long timescale;
        private long duration;
        private long samples;
        private long ticks;
    }

    Facts read(boolean withPictures) throws IOException {
        Box box = boxes.next(Long.MAX_VALUE);
        while (!box.type().equals("moov")) {
            if (box.end() == Long.MAX_VALUE) {
                throw new UnreadableMedia("no movie header");
            }
            in.skip(box.end() - in.position());
            if (in.isAtEnd()) {
                return Facts.NONE; // Whole boxes, none of which tells anything: small samples are made like that.
            }
            box = boxes.next(Long.MAX_VALUE);
        }
        boxes.each(box.end(), this::inMovie);
        fragmented |= tracks.stream().allMatch(track -> track.samples == 0);
        if (fragmented) {
            readFragments();
        }
        return facts(withPictures);
    }

    private void readFragments() throws IOException {
        try {
            boxes.rest(fragments::fragment);
        } catch (EOFException e) {
            complete = false; // Recordings that were cut off can still be played.
        }
    }

    private Facts facts(boolean withPictures) throws UnreadableMedia {
        Optional<Track> pictures =
                tracks.stream().filter(track -> track.pictures).findFirst();
        if (pictures.isEmpty()) {
            if (withPictures) {
                throw new UnreadableMedia("no video track");
            }
            return Facts.ofFilm(null, null, length(tracks.isEmpty() ? new Track() : tracks.get(0)), null);
        }
        Track track = pictures.get();
        Facts size = ImageHeaders.size(track.width, track.height);
        return Facts.ofFilm(size.width(), size.height(), length(track), framesPerSecond(track));
    }

    private @Nullable Double length(Track track) {
        if (fragmented) {
            return isCounted(track) ? seconds(ticks(track), track.timescale) : null;
        }
        Double whole = seconds(movieDuration, movieTimescale);
        return whole != null ? whole : seconds(track.duration, track.timescale);
    }

    private @Nullable Double framesPerSecond(Track track) {
        Double length = isCounted(track) ? seconds(ticks(track), track.timescale) : null;
        long samples = track.samples + fragments.of(track.id).samples();
        return length == null || samples <= 0 ? null : samples / length;
    }

    private boolean isCounted(Track track) {
        return complete && fragments.of(track.id).isComplete();
    }

    private long ticks(Track track) {
        return track.ticks + fragments.of(track.id).ticks();
    }

    private static @Nullable Double seconds(long ticks, long perSecond) {
        return ticks <= 0 || perSecond <= 0 ? null : (double) ticks / perSecond;
    }

    private void inMovie(Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean wide = skipTimes();
                movieTimescale = in.u32();
                movieDuration = boxes.duration(wide);
            }
            case "mvex" -> {
                fragmented = true;
                boxes.each(box.end(), fragments::defaults);
            }
            case "trak" -> {
                Track track = new Track();
                boxes.each(box.end(), inner -> inTrack(inner, track));
                tracks.add(track);
            }
            default -> {}
        }
    }

    private void inTrack(Box box, Track track) throws IOException {
        switch (box.type()) {
            case "tkhd" -> {
                skipTimes();
                track.id = in.u32();
            }
            case "mdia" -> boxes.each(box.end(), inner -> inMedia(inner, track));
            default -> {}
        }
    }

    private void inMedia(Box box, Track track) throws IOException {
        switch (box.type()) {
            case "mdhd" -> {
                boolean wide = skipTimes();
                track.timescale = in.u32();
                track.duration = boxes.duration(wide);
            }
            case "hdlr" -> {
                in.skip(8);
                track.pictures = in.fourCharacters().equals("vide");
            }
            case "minf" -> boxes.each(box.end(), inner -> inMediaInformation(inner, track));
            default -> {}
        }
    }

    private void inMediaInformation(Box box, Track track) throws IOException {
        if (box.type().equals("stbl")) {
            boxes.each(box.end(), inner -> inSampleTable(inner, track));
        }
    }

    private void inSampleTable(Box box, Track track) throws IOException {
        switch (box.type()) {
            case "stsd" -> {
                in.skip(4);
                boolean described = in.u32() > 0;
                if (described && box.end() - in.position() >= PICTURE_ENTRY) {
                    boxes.next(box.end());
                    in.skip(24);
                    track.width = in.u16();
                    track.height = in.u16();
                }
            }
            case "stts" -> {
                in.skip(4);
                long entries = Math.min(in.u32(), MOST_TIME_ENTRIES);
                for (long i = 0; i < entries && in.position() < box.end(); i++) {
                    long samples = in.u32();
                    track.samples += samples;
                    track.ticks += samples * in.u32();
                }
            }
            default -> {}
        }
    }

    /** Skips version, flags, creation and modification time; returns whether times have 64 bits. */
    private boolean skipTimes() throws IOException {
        boolean wide = boxes.wide();
        in.skip(wide ? 16 : 8);
        return wide;
    }
}
