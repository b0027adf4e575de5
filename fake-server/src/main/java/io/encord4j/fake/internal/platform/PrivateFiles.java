package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.UploadUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Private-files JSON, understood. Entries that make no sense are units that fail; only what spoils the whole is refused.
 *
 * @param units the entries: videos, images, image groups, DICOM series, audio, each in its own order
 * @param skipDuplicateUrls whether entries whose files all are in the dataset already are left out silently
 * @param upsertMetadata whether such entries replace the metadata of the existing row
 */
public record PrivateFiles(List<UploadUnit> units, boolean skipDuplicateUrls, boolean upsertMetadata) {

    public PrivateFiles {
        units = List.copyOf(units);
    }

    /**
     * Understands a JSON object.
     *
     * @throws RefusedException if a top-level value is of the wrong type, there is too much of anything, or an unknown
     *     key is refused
     */
    public static PrivateFiles read(Map<String, ? extends @Nullable Object> json, boolean refuseUnknownKinds) {
        return new PrivateFilesReader(json).read(refuseUnknownKinds);
    }
}
