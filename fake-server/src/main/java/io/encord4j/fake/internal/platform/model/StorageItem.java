package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What backs a data row. Rows of several datasets can share one item.
 *
 * @param title the first title; rows have their own afterwards
 */
public record StorageItem(UUID uuid, FakeDataType type, String title, ItemContent content, Instant createdAt) {

    private static final String SEQUENCE_TYPE = "video/mp4";
    private static final String SEQUENCES = "cord-data/sequences/";

    /** Tells size, duration and type of the medium as a row shows them. */
    public MediaFacts facts() {
        if (content instanceof StoredFile file) {
            return file.facts();
        }
        if (content instanceof ImageGroup group && group.sequence()) {
            MediaFacts first = group.images().get(0).file().facts();
            return new MediaFacts(SEQUENCE_TYPE, first.width(), first.height(), null, null, null);
        }
        return MediaFacts.UNKNOWN;
    }

    /**
     * Returns where the file is. The video of a hosted sequence has a place as any other, but is never made: it cannot be
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
     * Returns how large the files are together.
     *
     * @return bytes, or null if the size of one is unknown
     */
    public @Nullable Long size() {
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
     * Returns whether an image group has a video made of it.
     *
     * @return null unless the item is an image group
     */
    public @Nullable Boolean isSequence() {
        return content instanceof ImageGroup group ? (Boolean) group.sequence() : null;
    }
}
