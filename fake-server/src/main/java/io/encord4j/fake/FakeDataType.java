package io.encord4j.fake;

/** The kinds of data rows. The names are those on the wire. */
public enum FakeDataType {
    /** One video. */
    VIDEO,
    /** Several images, with or without a video made of them. */
    IMG_GROUP,
    /** A DICOM series. */
    DICOM,
    /** One image. */
    IMAGE,
    /** Several DICOM series. */
    DICOM_STUDY,
    /** One NIfTI volume. */
    NIFTI,
    /** One audio file. */
    AUDIO,
    /** One text file. */
    PLAIN_TEXT,
    /** One PDF document. */
    PDF,
    /** Several items shown together. */
    GROUP,
    /** A three-dimensional scene. */
    SCENE
}
