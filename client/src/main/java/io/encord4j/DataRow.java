package io.encord4j;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dataset: a video, an image, an image group, a DICOM series and so on.
 *
 * @param title its title; null when the service does not tell
 * @param dataType what it holds; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param lastEditedAt when it last changed; null when the service does not tell
 * @param width in pixels; null where it does not apply
 * @param height in pixels; null where it does not apply
 * @param fileLink an internal path for hosted files, the URL for private ones; null for DICOM
 * @param fileSize in bytes; null if unknown
 * @param fileType the media type; null if unknown
 * @param storageLocation where the file is kept; null when the service does not tell
 * @param framesPerSecond of a video; null for others
 * @param duration of a video, in seconds; null for others
 * @param clientMetadata the caller's own data; null unless asked for
 * @param signedUrl a URL that gives the bytes without further credentials; null unless asked for. Never printed
 * @param optimisedImageGroup for image groups, true when it is a sequence backed by a video; null for others
 * @param backingItemUuid the storage item behind the row, with which it is linked elsewhere; null when the service does not tell
 * @param images the images of a group, in order; null unless asked for
 */
public record DataRow(
        String dataHash,
        @Nullable String title,
        @Nullable DataType dataType,
        @Nullable Instant createdAt,
        @Nullable Instant lastEditedAt,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String fileLink,
        @Nullable Long fileSize,
        @Nullable String fileType,
        @Nullable StorageLocation storageLocation,
        @Nullable Double framesPerSecond,
        @Nullable Double duration,
        @Nullable Map<String, @Nullable Object> clientMetadata,
        @Nullable String signedUrl,
        @Nullable Boolean optimisedImageGroup,
        @Nullable UUID backingItemUuid,
        @Nullable List<ImageInfo> images) {
    /** Keeps copies of the metadata and the images. */
    public DataRow {
        clientMetadata =
                clientMetadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
        images = images == null ? null : List.copyOf(images);
    }

    @Override
    public String toString() {
        return "DataRow[dataHash=%s, title=%s, dataType=%s, fileSize=%s, fileType=%s, createdAt=%s, signedUrl=%s]"
                .formatted(
                        dataHash,
                        title,
                        dataType == null ? null : dataType.value(),
                        fileSize,
                        fileType,
                        createdAt,
                        Redacted.mark(signedUrl));
    }
}
