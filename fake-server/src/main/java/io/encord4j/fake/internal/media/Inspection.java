package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.platform.model.DicomFacts;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import org.jspecify.annotations.Nullable;

/** What the bytes of a file turned out to be. */
public sealed interface Inspection {

    /**
     * A file of a known type whose headers make sense.
     *
     * @param mimeType the media type, from the bytes
     */
    record Recognised(String mimeType, Facts facts) implements Inspection {}

    /**
     * A file that begins like a known type but does not hold what that type needs.
     *
     * @param mimeType the media type that it begins like
     * @param problem what is wrong, in words
     */
    record Unreadable(String mimeType, String problem) implements Inspection {}

    /** A file of no type that is known here; empty files are among them. */
    record Unknown() implements Inspection {}

    /**
     * What the headers of a file tell; what does not apply or is not told is null.
     *
     * @param framesPerSecond average number of frames in a second
     * @param sound the format of a sound file
     * @param dicom the names of a DICOM file
     */
    record Facts(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double durationSeconds,
            @Nullable Double framesPerSecond,
            @Nullable SoundFacts sound,
            @Nullable DicomFacts dicom) {

        /** Nothing is told. */
        public static final Facts NONE = ofFilm(null, null, null, null);

        /** Makes the facts of a film. */
        public static Facts ofFilm(
                @Nullable Integer width,
                @Nullable Integer height,
                @Nullable Double durationSeconds,
                @Nullable Double framesPerSecond) {
            return new Facts(width, height, durationSeconds, framesPerSecond, null, null);
        }

        /** Makes the facts of a sound file. */
        public static Facts ofSound(@Nullable Double durationSeconds, @Nullable SoundFacts sound) {
            return new Facts(null, null, durationSeconds, null, sound, null);
        }

        /** Makes the facts of a DICOM file. */
        public static Facts ofDicom(DicomFacts dicom) {
            return new Facts(null, null, null, null, null, dicom);
        }

        /** Makes the facts of a still picture. */
        public static Facts ofImage(int width, int height) {
            return ofFilm(width, height, null, null);
        }
    }
}
