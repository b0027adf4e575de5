package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What backs a data row. Rows of several datasets can share one item.
 *
 * @param uuid names the item
 * @param type the kind of data
 * @param title the first title; rows have their own afterwards
 * @param content the files
 * @param createdAt when it was made
 */
public record StorageItem(UUID uuid, FakeDataType type, String title, ItemContent content, Instant createdAt) {

    private static final String SEQUENCE_TYPE = "video/mp4";
    private static final String SEQUENCES = "cord-data/sequences/";

    /**
     * Tells what clients of the storage call it.
     *
     * @return the kind
     */
    public UploadKind kind() {
        return switch (type) {
            case VIDEO -> UploadKind.VIDEO;
            case IMAGE -> UploadKind.IMAGE;
            case IMG_GROUP -> Boolean.TRUE.equals(isSequence()) ? UploadKind.IMAGE_SEQUENCE : UploadKind.IMAGE_GROUP;
            case DICOM, DICOM_STUDY -> content instanceof StoredFile ? UploadKind.DICOM_FILE : UploadKind.DICOM_SERIES;
            case NIFTI -> UploadKind.NIFTI;
            case AUDIO -> UploadKind.AUDIO;
            case PLAIN_TEXT -> UploadKind.PLAIN_TEXT;
            case PDF -> UploadKind.PDF;
            case GROUP -> UploadKind.GROUP;
            case SCENE -> UploadKind.SCENE;
        };
    }

    /**
     * Replaces the files.
     *
     * @param changed the files from now on
     * @return the same item with them
     */
    public StorageItem holding(ItemContent changed) {
        return new StorageItem(uuid, type, title, changed, createdAt);
    }

    /**
     * Tells size, duration and type of the medium as a row shows them.
     *
     * @return the facts of a single file, those of the video that stands for a sequence, and nothing for any other group of files
     */
    public MediaFacts facts() {
        if (content instanceof StoredFile file) {
            return file.facts();
        }
        if (content instanceof ImageGroup group && group.sequence()) {
            MediaFacts first = group.images().get(0).file().facts();
            return new MediaFacts(SEQUENCE_TYPE, first.width(), first.height(), null, null, null);
        }
        if (content instanceof DicomSeries series) {
            return series.names();
        }
        return MediaFacts.UNKNOWN;
    }

    /**
     * Tells where the file is. The video of a hosted sequence has a place as any other, but is never made: it cannot be
     * downloaded.
     *
     * @return the link of a single file or of a hosted sequence, null for other groups
     */
    public @Nullable String link() {
        if (content instanceof StoredFile file) {
            return file.link();
        }
        boolean hostedVideo = content instanceof ImageGroup group
                && group.sequence()
                && content.location() == FakeStorageLocation.CORD_STORAGE;
        return hostedVideo ? SEQUENCES + uuid : null;
    }

    /**
     * Tells how large the files are together.
     *
     * @return bytes, or null if the size of one is unknown, or there are none
     */
    public @Nullable Long size() {
        if (content instanceof DataGroup) {
            return null;
        }
        long sum = 0;
        for (StoredFile file : content.files()) {
            Long size = file.size();
            if (size == null) {
                return null;
            }
            sum += size;
        }
        return sum;
    }

    /**
     * Tells whether an image group has a video made of it.
     *
     * @return null unless the item is an image group
     */
    public @Nullable Boolean isSequence() {
        return content instanceof ImageGroup group ? (Boolean) group.sequence() : null;
    }
}
