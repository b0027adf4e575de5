package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a media file. Null means unknown or not applicable.
 *
 * @param mimeType the type told by the bytes, such as {@code video/mp4}
 * @param framesPerSecond the frame rate of a video
 * @param problem why the bytes cannot be used although their type is known, such as a header that ends early
 */
public record MediaFacts(
        @Nullable String mimeType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        @Nullable Double framesPerSecond,
        @Nullable String problem) {

    /** Nothing is known. */
    public static final MediaFacts UNKNOWN = new MediaFacts(null, null, null, null, null, null);

    /** Describes a still image. */
    public static MediaFacts image(String mimeType, int width, int height) {
        return new MediaFacts(mimeType, width, height, null, null, null);
    }

    /** Describes a file of which only the type is known. */
    public static MediaFacts ofType(String mimeType) {
        return new MediaFacts(mimeType, null, null, null, null, null);
    }

    /** Describes a file that cannot be used. */
    public static MediaFacts corrupt(@Nullable String mimeType, String problem) {
        return new MediaFacts(mimeType, null, null, null, null, problem);
    }
}
