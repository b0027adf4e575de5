package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.media.Inspection.Recognised;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a WebM or Matroska file up to its first picture data. */
final class WebmReader {

    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int DEFAULT_DURATION = 0x23E383;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int CLUSTER = 0x1F43B675;

    private static final long UNKNOWN_SIZE = Long.MAX_VALUE;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int VIDEO_TRACK = 1;
    private static final double NANOS = 1e9;

    private final ForwardBytes in;
    private int elementsSeen;
    private String docType = "";
    private long timestampScale = 1_000_000;
    private double duration;
    private boolean tracksSeen;
    private @Nullable Track video;

    WebmReader(ForwardBytes in) {
        this.in = in;
    }

    private record Element(int id, long end) {}

    private interface Visitor {
        void visit(Element element) throws IOException;
    }

    private static final class Track {
        private long type;
        private long width;
        private long height;
        private long frameNanos;
    }

    Recognised read() throws IOException {
        Element header = next(UNKNOWN_SIZE);
        each(header.end(), this::inHeader);
        Element segment = next(UNKNOWN_SIZE);
        if (segment.id() != SEGMENT) {
            throw new UnreadableMedia("no segment after its header");
        }
        readSegment(segment.end());
        if (!tracksSeen) {
            throw new UnreadableMedia("no tracks");
        }
        boolean webm = docType.equals("webm");
        Track track = video;
        if (track == null) {
            return new Recognised(webm ? "audio/webm" : "audio/x-matroska", Facts.ofFilm(null, null, seconds(), null));
        }
        Facts size = ImageHeaders.size(track.width, track.height);
        Double framesPerSecond = track.frameNanos <= 0 ? null : NANOS / track.frameNanos;
        return new Recognised(
                webm ? "video/webm" : "video/x-matroska",
                Facts.ofFilm(size.width(), size.height(), seconds(), framesPerSecond));
    }

    private @Nullable Double seconds() {
        double seconds = duration * timestampScale / NANOS;
        return seconds > 0 && Double.isFinite(seconds) ? seconds : null;
    }

    /** Ends at the first cluster, for what is needed comes before it; live recordings have no duration at all. */
    private void readSegment(long end) throws IOException {
        while (in.position() < end) {
            Element element;
            try {
                element = next(end);
            } catch (EOFException e) {
                if (tracksSeen) {
                    return;
                }
                throw e;
            }
            if (element.id() == CLUSTER) {
                return;
            }
            inSegment(element);
            in.skip(element.end() - in.position());
        }
    }

    private void inHeader(Element element) throws IOException {
        if (element.id() == DOC_TYPE) {
            docType = new String(in.read(shortLength(element)), US_ASCII).replace("\0", "");
        }
    }

    private void inSegment(Element element) throws IOException {
        switch (element.id()) {
            case INFO -> each(element.end(), this::inInfo);
            case TRACKS -> {
                each(element.end(), this::inTracks);
                tracksSeen = true;
            }
            default -> {}
        }
    }

    private void inInfo(Element element) throws IOException {
        switch (element.id()) {
            case TIMESTAMP_SCALE -> timestampScale = unsigned(element);
            case DURATION -> duration = floating(element);
            default -> {}
        }
    }

    private void inTracks(Element element) throws IOException {
        if (element.id() == TRACK_ENTRY) {
            Track track = new Track();
            each(element.end(), inner -> inTrack(inner, track));
            if (track.type == VIDEO_TRACK && video == null) {
                video = track;
            }
        }
    }

    private void inTrack(Element element, Track track) throws IOException {
        switch (element.id()) {
            case TRACK_TYPE -> track.type = unsigned(element);
            case DEFAULT_DURATION -> track.frameNanos = unsigned(element);
            case VIDEO -> each(element.end(), inner -> inVideo(inner, track));
            default -> {}
        }
    }

    private void inVideo(Element element, Track track) throws IOException {
        switch (element.id()) {
            case PIXEL_WIDTH -> track.width = unsigned(element);
            case PIXEL_HEIGHT -> track.height = unsigned(element);
            default -> {}
        }
    }

    private void each(long end, Visitor visitor) throws IOException {
        if (end == UNKNOWN_SIZE) {
            throw new UnreadableMedia("an element of unknown size where its size is needed");
        }
        while (in.position() < end) {
            Element element = next(end);
            visitor.visit(element);
            in.skip(element.end() - in.position());
        }
    }

    private Element next(long parentEnd) throws IOException {
        if (++elementsSeen > MOST_ELEMENTS) {
            throw new UnreadableMedia("more than " + MOST_ELEMENTS + " elements");
        }
        int id = (int) variableNumber(4, true);
        long size = variableNumber(8, false);
        if (size == UNKNOWN_SIZE) {
            return new Element(id, UNKNOWN_SIZE);
        }
        if (size > parentEnd - in.position()) {
            throw new UnreadableMedia("an element larger than the one around it");
        }
        return new Element(id, in.position() + size);
    }

    /** The number of leading zero bits tells how many bytes follow; ids keep their marker bit, sizes drop it. */
    private long variableNumber(int mostBytes, boolean withMarker) throws IOException {
        int first = in.u8();
        int following = Integer.numberOfLeadingZeros(first) - 24;
        if (following >= mostBytes) {
            throw new UnreadableMedia("a malformed element");
        }
        int marker = 0x80 >> following;
        long number = withMarker ? first : first & (marker - 1);
        long allOnes = marker - 1L;
        for (int i = 0; i < following; i++) {
            number = (number << 8) | in.u8();
            allOnes = (allOnes << 8) | 0xFF;
        }
        return !withMarker && number == allOnes ? UNKNOWN_SIZE : number;
    }

    private long unsigned(Element element) throws IOException {
        return in.bigEndian(Math.min(shortLength(element), 8));
    }

    private double floating(Element element) throws IOException {
        return switch (shortLength(element)) {
            case 4 -> Float.intBitsToFloat((int) in.bigEndian(4));
            case 8 -> Double.longBitsToDouble(in.bigEndian(8));
            default -> 0;
        };
    }

    private int shortLength(Element element) throws UnreadableMedia {
        long length = element.end() - in.position();
        if (length > 1024) {
            throw new UnreadableMedia("a number or name of " + length + " bytes");
        }
        return (int) length;
    }
}
