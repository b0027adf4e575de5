package io.encord4j;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded video.
 *
 * @param dataHash the hash of its row
 * @param fileLink the path of the bytes within the service's storage
 * @param backingItemUuid the storage item behind the row; null when the service does not tell
 */
public record Video(
        String dataHash,
        String title,
        String fileLink,
        @Nullable UUID backingItemUuid) implements UploadedData {}
