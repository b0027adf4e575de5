package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.UploadUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Private-files JSON, understood. Entries that make no sense are units that fail; only what spoils the whole is refused.
 *
 * @param units the entries: videos, images, image groups, DICOM series, audio, each in its own order
 * @param skipDuplicateUrls whether entries whose files all are in the dataset already are left out silently
 * @param upsertMetadata whether such entries replace the metadata of the existing row
 * @param ignoredKeys top-level keys that mean nothing, and so were left out
 */
public record PrivateFiles(
        List<UploadUnit> units, boolean skipDuplicateUrls, boolean upsertMetadata, List<String> ignoredKeys) {

    private static final int MOST_SHOWN = 5;

    public PrivateFiles {
        units = List.copyOf(units);
        ignoredKeys = List.copyOf(ignoredKeys);
    }

    /** Says what was left out, for whoever looks why a file is missing. */
    public Optional<String> remark() {
        return ignoredKeys.isEmpty() ? Optional.empty() : Optional.of("Ignored " + unknown(ignoredKeys));
    }

    static String unknown(List<String> keys) {
        String shown = keys.stream().limit(MOST_SHOWN).map(Quoted::value).collect(Collectors.joining(", "));
        return shown + (keys.size() > MOST_SHOWN ? " and others" : "") + " of private files; they can have "
                + Stream.of(PrivateKind.values()).map(PrivateKind::key).collect(Collectors.joining(", ")) + ".";
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
