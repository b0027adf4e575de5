package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.media.Inspection.Recognised;
import io.encord4j.fake.internal.media.Inspection.Unknown;
import io.encord4j.fake.internal.media.Inspection.Unreadable;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Returns what a file is. Reads headers only, once, from front to back. */
public final class MediaInspector {

    private static final int BUFFER = 8 * 1024;

    /** Makes an inspector; it holds no state. */
    public MediaInspector() {}

    /**
     * Inspects a file.
     *
     * @param bytes the file's bytes; not closed
     * @return what they are; damaged files are an outcome, not an exception
     * @throws IOException if the stream itself cannot be read
     */
    public Inspection inspect(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, BUFFER);
        in.mark(MediaType.HEAD);
        byte[] head = in.readNBytes(MediaType.HEAD);
        in.reset();
        Optional<MediaType> type = MediaType.of(head);
        return type.isPresent() ? inspect(type.get(), in) : new Unknown();
    }

    /**
     * Inspects a blob, for the platform.
     *
     * @throws IOException if the bytes cannot be read
     */
    public MediaFacts factsOf(Blob blob) throws IOException {
        Inspection inspection;
        try (InputStream bytes = blob.open(0)) {
            inspection = inspect(bytes);
        }
        if (inspection instanceof Recognised known) {
            Facts facts = known.facts();
            return new MediaFacts(
                    known.mimeType(),
                    facts.width(),
                    facts.height(),
                    facts.durationSeconds(),
                    facts.framesPerSecond(),
                    null,
                    facts.sound(),
                    facts.dicom());
        }
        return inspection instanceof Unreadable damaged
                ? MediaFacts.corrupt(damaged.mimeType(), damaged.problem())
                : MediaFacts.UNKNOWN;
    }

    private static Inspection inspect(MediaType type, InputStream in) throws IOException {
        ForwardBytes bytes = new ForwardBytes(in);
        try {
            return switch (type) {
                case JPEG -> recognised(type, ImageHeaders.jpeg(bytes));
                case PNG -> recognised(type, ImageHeaders.png(bytes));
                case GIF -> recognised(type, ImageHeaders.gif(bytes));
                case BMP -> recognised(type, ImageHeaders.bmp(bytes));
                case WEBP -> recognised(type, ImageHeaders.webp(bytes));
                case MP4, QUICKTIME -> recognised(type, new Mp4Reader(bytes).read(true));
                case M4A -> recognised(type, new Mp4Reader(bytes).read(false));
                case AVIF, HEIC -> recognised(type, new HeifReader(bytes).read());
                case TIFF -> recognised(type, new TiffReader(bytes).read());
                case EBML -> new WebmReader(bytes).read();
                case WAV -> recognised(type, new SoundReader(bytes).wav());
                case FLAC -> recognised(type, new SoundReader(bytes).flac());
                case MP3 -> recognised(type, new SoundReader(bytes).mp3());
                case DICOM -> recognised(type, new DicomReader(bytes).read());
                case AVI, OGG, PDF, NIFTI -> recognised(type, Facts.NONE);
            };
        } catch (EOFException e) {
            return new Unreadable(type.mimeType(), "The file ends within its headers.");
        } catch (UnreadableMedia e) {
            return new Unreadable(type.mimeType(), "The file is damaged: it has " + e.getMessage() + ".");
        }
    }

    private static Recognised recognised(MediaType type, Facts facts) {
        return new Recognised(type.mimeType(), facts);
    }
}
