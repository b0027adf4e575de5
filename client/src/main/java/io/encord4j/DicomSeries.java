package io.encord4j;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A DICOM series that was made of uploaded files.
 *
 * @param dataHash the hash of its row
 * @param backingItemUuid the storage item behind the row; null when the service does not tell
 */
public record DicomSeries(
        String dataHash, String title, @Nullable UUID backingItemUuid) implements UploadedData {}
