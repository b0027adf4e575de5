package io.encord4j.internal.upload;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file are presented to the storage.
 *
 * @param contentType the media type; null for no header
 * @param withLength whether the length is announced; else the bytes go in chunks. An empty file always goes in chunks
 */
public record StorageHeaders(@Nullable String contentType, boolean withLength) {
    private static final Map<String, String> IMAGE_TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpe", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("heic", "image/heic"),
            Map.entry("heif", "image/heif"),
            Map.entry("avif", "image/avif"),
            Map.entry("jp2", "image/jp2"),
            Map.entry("ppm", "image/x-portable-pixmap"),
            Map.entry("pgm", "image/x-portable-graymap"),
            Map.entry("pbm", "image/x-portable-bitmap"));

    /**
     * The headers that go with an API key: bytes in chunks.
     *
     * @param contentType the media type; null for no header
     * @return the headers
     */
    public static StorageHeaders of2022(@Nullable String contentType) {
        return new StorageHeaders(contentType, false);
    }

    /**
     * The headers that go with an SSH key or a bearer token.
     *
     * @param contentType the media type; null for no header
     * @return the headers
     */
    public static StorageHeaders of2026(@Nullable String contentType) {
        return new StorageHeaders(contentType, true);
    }

    /**
     * Guesses the media type of an image from its name, as the official SDKs do.
     *
     * @param fileName the name
     * @return the type; null if the name does not tell
     */
    public static @Nullable String imageType(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? null : IMAGE_TYPES.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Guesses the media type of a text from its name, of those that the service takes.
     *
     * @param fileName the name
     * @return the type
     */
    public static String textType(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return switch (dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "html", "htm" -> "text/html";
            case "csv" -> "text/csv";
            case "md" -> "text/markdown";
            default -> "text/plain";
        };
    }
}
