package io.encord4j.fake.internal.platform.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upload job has to do.
 *
 * @param units in the order given
 * @param integration the way to the customer's bucket, or null if the files were sent to the platform
 * @param skipDuplicateUrls whether units whose files all are in the dataset already are left out silently
 * @param upsertMetadata whether the metadata of such units replaces that of the existing row
 */
public record UploadWork(
        List<UploadUnit> units,
        @Nullable CloudIntegration integration,
        boolean skipDuplicateUrls,
        boolean upsertMetadata) {

    public UploadWork {
        units = List.copyOf(units);
    }
}
