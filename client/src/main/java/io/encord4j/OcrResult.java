package io.encord4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that was read in one image of a group.
 *
 * @param texts the pieces of text with their places
 */
public record OcrResult(List<OcrText> texts) {
    /** Keeps a copy of the texts. */
    public OcrResult {
        texts = List.copyOf(texts);
    }

    /**
     * One piece of text.
     *
     * @param text what was read; null when the service does not tell
     * @param boundingBox where; null when the service does not tell
     */
    public record OcrText(@Nullable String text, @Nullable BoundingBox boundingBox) {}

    /**
     * A rectangle, relative to the image: 0 to 1.
     *
     * @param x the left edge
     * @param y the upper edge
     * @param w the width
     * @param h the height
     */
    public record BoundingBox(double x, double y, double w, double h) {}
}
