package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.UploadUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to add to a dataset.
 *
 * @param units the units, in the order given
 * @param integrationId the way to the customer's bucket, or null if the files were sent to signed URLs
 * @param skipDuplicateUrls whether units whose files all are in the dataset already are left out silently
 * @param upsertMetadata whether such units replace the metadata of the existing row
 * @param ignoreErrors whether good units are taken in although others fail
 * @param folder the storage folder, which only a dataset without a folder of its own takes, or null
 * @param fileName the file that the private data came from, or null
 */
public record UploadRequest(
        List<UploadUnit> units,
        @Nullable UUID integrationId,
        boolean skipDuplicateUrls,
        boolean upsertMetadata,
        boolean ignoreErrors,
        @Nullable UUID folder,
        @Nullable String fileName) {

    public UploadRequest {
        units = List.copyOf(units);
    }

    /** Asks for what private-files JSON names. */
    public static UploadRequest of(
            PrivateFiles files,
            UUID integrationId,
            boolean ignoreErrors,
            @Nullable UUID folder,
            @Nullable String fileName) {
        return new UploadRequest(
                files.units(),
                integrationId,
                files.skipDuplicateUrls(),
                files.upsertMetadata(),
                ignoreErrors,
                folder,
                fileName);
    }
}
