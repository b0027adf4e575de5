package io.encord4j.fake;

/**
 * A piece of text that was read from an image, with its box relative to the image: 0 to 1, from the top left.
 *
 * @param text what was read
 * @param x left edge
 * @param y upper edge
 * @param width of the box
 * @param height of the box
 */
public record OcrText(String text, double x, double y, double width, double height) {}
