package io.encord4j.internal.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that are registered as one: a single file, or the parts of a group or series in order.
 *
 * @param kind what they become
 * @param files at least one
 * @param title the title; null for the name of a single file, or one that the service makes up for a group
 */
public record UploadUnit(
        Kind kind, List<LocalFile> files, @Nullable String title) implements Planned {

    /** What files become. */
    public enum Kind {
        VIDEO,
        IMAGE,
        AUDIO,
        NIFTI,
        PLAIN_TEXT,
        PDF,
        IMAGE_GROUP,
        DICOM_SERIES;

        /** Whether several files become one thing, or a few. */
        public boolean isGroup() {
            return this == IMAGE_GROUP || this == DICOM_SERIES;
        }
    }

    /** A unit of a single file. */
    public static UploadUnit of(Kind kind, LocalFile file, @Nullable String title) {
        return new UploadUnit(kind, List.of(file), title);
    }

    /** The title under which the service is to know it; null if it makes one up. */
    public @Nullable String effectiveTitle() {
        return title != null || kind.isGroup() ? title : files.get(0).name();
    }
}
