package io.encord4j.fake.platform.model;

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
public record StorageItem(UUID uuid, DataType type, String title, ItemContent content, Instant createdAt) {

    /**
     * Tells size, duration and type of the medium as a row shows them.
     *
     * @return the facts of a single file, the image size of a sequence, and nothing for any other group of files
     */
    public MediaFacts facts() {
        if (content instanceof StoredFile file) {
            return file.facts();
        }
        if (content instanceof ImageGroup group && group.sequence()) {
            MediaFacts first = group.images().get(0).file().facts();
            return new MediaFacts(null, first.width(), first.height(), null, null, null);
        }
        return MediaFacts.UNKNOWN;
    }

    /**
     * Tells where the file is.
     *
     * @return the link of a single file, null for several
     */
    public @Nullable String link() {
        return content instanceof StoredFile file ? file.link() : null;
    }

    /**
     * Tells how large the files are together.
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
     * Tells whether an image group has a video made of it.
     *
     * @return null unless the item is an image group
     */
    public @Nullable Boolean isSequence() {
        return content instanceof ImageGroup group ? (Boolean) group.sequence() : null;
    }
}
