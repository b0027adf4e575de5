package io.encord4j.fake.internal.media;

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
     * The facts of a picture or film; what does not apply or is not told is null.
     *
     * @param framesPerSecond average number of frames in a second
     */
    record Facts(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double durationSeconds,
            @Nullable Double framesPerSecond) {

        /** Nothing is told. */
        public static final Facts NONE = new Facts(null, null, null, null);

        /** Makes the facts of a still picture. */
        public static Facts ofImage(int width, int height) {
            return new Facts(width, height, null, null);
        }
    }
}
