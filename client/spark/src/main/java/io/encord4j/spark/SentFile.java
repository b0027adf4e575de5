package io.encord4j.spark;

import io.encord4j.DataType;
import io.encord4j.StagedFile;
import java.io.Serial;
import java.io.Serializable;

/**
 * A file whose bytes are in the storage, as it travels from a task to the driver and from one driver to the next.
 *
 * @param title the title of its row
 * @param image whether it is an image, else a video
 * @param objectKey where its bytes are
 * @param size how many bytes
 */
record SentFile(String title, boolean image, String objectKey, long size) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static SentFile of(StagedFile file) {
        return new SentFile(file.title(), file.dataType().equals(DataType.IMAGE), file.objectKey(), file.size());
    }

    StagedFile staged() {
        return new StagedFile(image ? DataType.IMAGE : DataType.VIDEO, title, objectKey, size);
    }
}
