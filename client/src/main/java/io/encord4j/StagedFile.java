package io.encord4j;

import java.util.Objects;

/**
 * A file whose bytes are in the storage and not yet registered. It holds no secret, and its parts are all that another process needs to {@linkplain
 * StagedUploads#register register} it.
 *
 * @param dataType {@link DataType#VIDEO} or {@link DataType#IMAGE}
 * @param title the title of the row
 * @param objectKey what the bytes are known by
 * @param size how many bytes there are
 */
public record StagedFile(DataType dataType, String title, String objectKey, long size) {
    /**
     * Checks that nothing is missing.
     *
     * @param dataType what the file becomes
     * @param title the title of the row
     * @param objectKey what the bytes are known by
     * @param size how many bytes there are
     * @throws InvalidValueException if the title or the object key is blank, or datasets take no such uploads
     */
    public StagedFile {
        if (!dataType.equals(DataType.VIDEO) && !dataType.equals(DataType.IMAGE)) {
            throw InvalidValueException.outOfRange("dataType", dataType.value(), "VIDEO or IMAGE");
        }
        title = Arguments.text(title, "title");
        objectKey = Arguments.text(Objects.requireNonNull(objectKey, "objectKey"), "objectKey");
    }
}
