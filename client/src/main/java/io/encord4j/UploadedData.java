package io.encord4j;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that an upload made. */
public sealed interface UploadedData extends UploadResult permits Video, Image, ImageGroup, DicomSeries {
    /**
     * The hash of the row.
     *
     * @return the hash
     */
    String dataHash();

    @Override
    String title();

    /**
     * The storage item behind the row.
     *
     * @return the id; null when the service does not tell
     */
    @Nullable
    UUID backingItemUuid();
}
