package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads private-files JSON. */
final class PrivateFilesReader {

    private static final String SKIP = "skip_duplicate_urls";
    private static final String UPSERT = "upsert_metadata";

    private final Map<String, ? extends @Nullable Object> json;
    private final List<UploadUnit> units = new ArrayList<>();
    private long urls;

    PrivateFilesReader(Map<String, ? extends @Nullable Object> json) {
        this.json = json;
    }

    PrivateFiles read(boolean refuseUnknownKinds) {
        List<String> unknown =
                json.keySet().stream().filter(key -> !isKnown(key)).toList();
        if (refuseUnknownKinds && !unknown.isEmpty()) {
            throw RefusedException.invalid("There is no " + PrivateFiles.unknown(unknown));
        }
        for (PrivateKind kind : PrivateKind.values()) {
            readAll(kind);
        }
        PrivateEntry flags = new PrivateEntry(json);
        return new PrivateFiles(units, flags.flag(SKIP), flags.flag(UPSERT), unknown);
    }

    private void readAll(PrivateKind kind) {
        Object value = json.get(kind.key());
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> entries)) {
            throw RefusedException.invalid("'" + kind.key() + "' of private files must be a list.");
        }
        for (Object entry : entries) {
            UploadUnit unit = unit(kind, entry);
            units.add(unit);
            urls += unit.links().size();
            if (units.size() > PrivateUrls.MOST_UNITS || urls > PrivateUrls.MOST_URLS) {
                throw RefusedException.invalid("Private files can have at most " + PrivateUrls.MOST_UNITS
                        + " items with " + PrivateUrls.MOST_URLS + " URLs.");
            }
        }
    }

    private static UploadUnit unit(PrivateKind kind, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            return new UploadUnit.Bad(List.of(), "An entry of '" + kind.key() + "' must be an object.");
        }
        PrivateEntry entry = new PrivateEntry(map);
        try {
            return unit(kind, entry);
        } catch (RefusedException refused) {
            return new UploadUnit.Bad(entry.links(), refused.reason());
        }
    }

    private static UploadUnit unit(PrivateKind kind, PrivateEntry entry) {
        return switch (kind) {
            case IMAGE_GROUPS ->
                new UploadUnit.Images(
                        entry.numberedUrls(),
                        entry.requiredTitle(),
                        entry.flag("createVideo"),
                        false,
                        entry.metadata());
            case DICOM_SERIES -> new UploadUnit.Dicom(entry.numberedUrls(), entry.requiredTitle(), entry.metadata());
            case VIDEOS, IMAGES, AUDIO, NIFTI, TEXT, PDF, PDFS ->
                new UploadUnit.Single(
                        kind.type(),
                        new FileRef(entry.url(), entry.text("title"), entry.facts(), entry.size(), null),
                        entry.metadata());
        };
    }

    private static boolean isKnown(String key) {
        return key.equals(SKIP)
                || key.equals(UPSERT)
                || Stream.of(PrivateKind.values()).anyMatch(kind -> kind.key().equals(key));
    }
}
