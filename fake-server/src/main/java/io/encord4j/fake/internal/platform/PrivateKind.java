package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;

/** The lists that private-files JSON can have, in the order in which they are read. */
enum PrivateKind {
    VIDEOS("videos", FakeDataType.VIDEO),
    IMAGES("images", FakeDataType.IMAGE),
    IMAGE_GROUPS("image_groups", FakeDataType.IMG_GROUP),
    DICOM_SERIES("dicom_series", FakeDataType.DICOM),
    AUDIO("audio", FakeDataType.AUDIO),
    NIFTI("nifti", FakeDataType.NIFTI),
    TEXT("text", FakeDataType.PLAIN_TEXT),
    PDF("pdf", FakeDataType.PDF),
    PDFS("pdfs", FakeDataType.PDF);

    private final String key;
    private final FakeDataType type;

    PrivateKind(String key, FakeDataType type) {
        this.key = key;
        this.type = type;
    }

    String key() {
        return key;
    }

    FakeDataType type() {
        return type;
    }
}
