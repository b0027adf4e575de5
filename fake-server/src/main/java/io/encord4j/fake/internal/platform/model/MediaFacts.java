package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a media file. Null means unknown or not applicable.
 *
 * @param mimeType the type told by the bytes, such as {@code video/mp4}
 * @param width pixels
 * @param height pixels
 * @param duration seconds
 * @param framesPerSecond the frame rate of a video
 * @param problem why the bytes cannot be used although their type is known, such as a header that ends early
 * @param sound what is known of the sound of a sound file
 * @param dicom the names of a DICOM file
 */
public record MediaFacts(
        @Nullable String mimeType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        @Nullable Double framesPerSecond,
        @Nullable String problem,
        @Nullable SoundFacts sound,
        @Nullable DicomFacts dicom) {

    /**
     * Describes a file that is neither sound nor DICOM.
     *
     * @param mimeType the type told by the bytes
     * @param width pixels
     * @param height pixels
     * @param duration seconds
     * @param framesPerSecond the frame rate of a video
     * @param problem why the bytes cannot be used
     */
    public MediaFacts(
            @Nullable String mimeType,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration,
            @Nullable Double framesPerSecond,
            @Nullable String problem) {
        this(mimeType, width, height, duration, framesPerSecond, problem, null, null);
    }

    /** Nothing is known. */
    public static final MediaFacts UNKNOWN = new MediaFacts(null, null, null, null, null, null);

    /**
     * Fills gaps.
     *
     * @param other what is known from elsewhere
     * @return what is known here, else there
     */
    public MediaFacts or(MediaFacts other) {
        return new MediaFacts(
                mimeType == null ? other.mimeType : mimeType,
                width == null ? other.width : width,
                height == null ? other.height : height,
                duration == null ? other.duration : duration,
                framesPerSecond == null ? other.framesPerSecond : framesPerSecond,
                problem == null ? other.problem : problem,
                sound == null ? other.sound : sound,
                dicom == null ? other.dicom : dicom);
    }

    /**
     * Replaces the type.
     *
     * @param changed the type
     * @return the same facts of a file of that type
     */
    public MediaFacts typed(String changed) {
        return new MediaFacts(changed, width, height, duration, framesPerSecond, problem, sound, dicom);
    }

    /**
     * Describes a still image.
     *
     * @param mimeType such as {@code image/png}
     * @param width pixels
     * @param height pixels
     * @return the facts
     */
    public static MediaFacts image(String mimeType, int width, int height) {
        return new MediaFacts(mimeType, width, height, null, null, null);
    }

    /**
     * Describes a file of which only the type is known.
     *
     * @param mimeType such as {@code application/dicom}
     * @return the facts
     */
    public static MediaFacts ofType(String mimeType) {
        return new MediaFacts(mimeType, null, null, null, null, null);
    }

    /**
     * Describes a file that cannot be used.
     *
     * @param mimeType the type that the bytes claim to have
     * @param problem what is wrong, in words
     * @return the facts
     */
    public static MediaFacts corrupt(@Nullable String mimeType, String problem) {
        return new MediaFacts(mimeType, null, null, null, null, problem);
    }
}
