package io.encord4j;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of the storage, as it was when the service was asked: a file, or several that belong together.
 *
 * @param uuid its id
 * @param parent the folder that it lies in
 * @param itemType what it is
 * @param name its name; null when the service does not tell
 * @param clientMetadata the caller's own data, perhaps empty
 * @param owner the e-mail address or another identifier of its owner; null when the service does not tell
 * @param createdAt when it was created; null when the service does not tell
 * @param lastEditedAt when it last changed; null when the service does not tell
 * @param linkedRows how many data rows link it, over all datasets; null when the service does not tell
 * @param tombstone whether the file is gone from the bucket of a cloud-synced folder, while something refers to the item
 * @param placeholder whether it is registered, but not fully processed yet
 * @param location where the file is kept: {@code encord} for hosted files, else the name of the cloud; null when the service does not tell
 * @param integrationUuid the integration that reaches the file; null for hosted files
 * @param media what is known of the content
 * @param url the object key of a hosted file or the URL of a file in the user's cloud; null for composed items
 * @param signedUrl a URL that gives the bytes without further credentials; null unless asked for. Never printed
 */
public record StorageItem(
        UUID uuid,
        UUID parent,
        ItemType itemType,
        @Nullable String name,
        Map<String, @Nullable Object> clientMetadata,
        @Nullable String owner,
        @Nullable Instant createdAt,
        @Nullable Instant lastEditedAt,
        @Nullable Integer linkedRows,
        boolean tombstone,
        boolean placeholder,
        @Nullable String location,
        @Nullable UUID integrationUuid,
        Media media,
        @Nullable String url,
        @Nullable String signedUrl) {
    /**
     * Keeps a copy of the metadata.
     *
     * @param uuid its id
     * @param parent the folder that it lies in
     * @param itemType what it is
     * @param name its name
     * @param clientMetadata the caller's own data
     * @param owner its owner
     * @param createdAt when it was created
     * @param lastEditedAt when it last changed
     * @param linkedRows how many data rows link it
     * @param tombstone whether the file is gone
     * @param placeholder whether it is not fully processed yet
     * @param location where the file is kept
     * @param integrationUuid the integration that reaches the file
     * @param media what is known of the content
     * @param url the object key or the URL
     * @param signedUrl a URL that gives the bytes
     */
    public StorageItem {
        clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
    }

    /**
     * What is known of the content of an item. Whatever does not apply or is not known is null.
     *
     * @param fileSize in bytes
     * @param mimeType the media type
     * @param width in pixels
     * @param height in pixels
     * @param framesPerSecond of a video
     * @param duration of a video or audio file, in seconds
     * @param frameCount of media with several frames
     * @param audioSampleRate in hertz
     * @param audioBitDepth in bits
     * @param audioCodec the codec of the sound
     * @param audioChannels how many channels the sound has
     * @param dicomStudyUid the DICOM study
     * @param dicomSeriesUid the DICOM series
     * @param dicomInstanceUid the DICOM instance
     */
    public record Media(
            @Nullable Long fileSize,
            @Nullable String mimeType,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double framesPerSecond,
            @Nullable Double duration,
            @Nullable Integer frameCount,
            @Nullable Integer audioSampleRate,
            @Nullable Integer audioBitDepth,
            @Nullable String audioCodec,
            @Nullable Integer audioChannels,
            @Nullable String dicomStudyUid,
            @Nullable String dicomSeriesUid,
            @Nullable String dicomInstanceUid) {}

    @Override
    public String toString() {
        return "StorageItem[uuid=%s, parent=%s, itemType=%s, name=%s, signedUrl=%s]"
                .formatted(uuid, parent, itemType.value(), name, Redacted.mark(signedUrl));
    }
}
