package io.encord4j;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image group that was made of uploaded images.
 *
 * @param dataHash the hash of its row
 * @param backingItemUuid the storage item behind the row; null when the service does not tell
 */
public record ImageGroup(
        String dataHash, String title, @Nullable UUID backingItemUuid) implements UploadedData {}
