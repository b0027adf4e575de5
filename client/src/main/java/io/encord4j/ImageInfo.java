package io.encord4j;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One image of an image group.
 *
 * @param title its title; null when the service does not tell
 * @param fileLink an internal path for hosted files, the URL for private ones
 * @param fileType the media type; null if unknown
 * @param fileSize in bytes; null if unknown
 * @param storageLocation where the file is kept; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param lastEditedAt when it last changed; null when the service does not tell
 * @param width in pixels; null if unknown
 * @param height in pixels; null if unknown
 * @param signedUrl a URL that gives the bytes without further credentials; null unless asked for. Never printed
 */
public record ImageInfo(
        String imageHash,
        @Nullable String title,
        @Nullable String fileLink,
        @Nullable String fileType,
        @Nullable Long fileSize,
        @Nullable StorageLocation storageLocation,
        @Nullable Instant createdAt,
        @Nullable Instant lastEditedAt,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String signedUrl) {
    @Override
    public String toString() {
        return "ImageInfo[imageHash=%s, title=%s, fileType=%s, fileSize=%s, signedUrl=%s]"
                .formatted(imageHash, title, fileType, fileSize, Redacted.mark(signedUrl));
    }
}
