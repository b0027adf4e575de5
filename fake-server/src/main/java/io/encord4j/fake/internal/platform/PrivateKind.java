package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataType;

/** The lists that private-files JSON can have, in the order in which they are read. */
enum PrivateKind {
    VIDEOS("videos", DataType.VIDEO),
    IMAGES("images", DataType.IMAGE),
    IMAGE_GROUPS("image_groups", DataType.IMG_GROUP),
    DICOM_SERIES("dicom_series", DataType.DICOM),
    AUDIO("audio", DataType.AUDIO);

    private final String key;
    private final DataType type;

    PrivateKind(String key, DataType type) {
        this.key = key;
        this.type = type;
    }

    String key() {
        return key;
    }

    DataType type() {
        return type;
    }
}
