package io.encord4j;

import java.util.List;

/**
 * What a data row holds. Values that this version does not know are read and kept.
 *
 * @param value the upper-case name on the wire
 */
public record DataType(String value) {
    /** A video. */
    public static final DataType VIDEO = new DataType("VIDEO");

    /** A group of images, or an image sequence. */
    public static final DataType IMG_GROUP = new DataType("IMG_GROUP");

    /** A single image. */
    public static final DataType IMAGE = new DataType("IMAGE");

    /** A DICOM series. */
    public static final DataType DICOM = new DataType("DICOM");

    /** A DICOM study. */
    public static final DataType DICOM_STUDY = new DataType("DICOM_STUDY");

    /** A NIfTI volume. */
    public static final DataType NIFTI = new DataType("NIFTI");

    /** An audio file. */
    public static final DataType AUDIO = new DataType("AUDIO");

    /** A text. */
    public static final DataType PLAIN_TEXT = new DataType("PLAIN_TEXT");

    /** A PDF document. */
    public static final DataType PDF = new DataType("PDF");

    /** A group of items. */
    public static final DataType GROUP = new DataType("GROUP");

    /** A scene. */
    public static final DataType SCENE = new DataType("SCENE");

    private static final List<DataType> KNOWN =
            List.of(VIDEO, IMG_GROUP, IMAGE, DICOM, DICOM_STUDY, NIFTI, AUDIO, PLAIN_TEXT, PDF, GROUP, SCENE);

    /**
     * The types that this version knows.
     *
     * @return the known types
     */
    public static List<DataType> known() {
        return KNOWN;
    }

    /**
     * Tells whether this version knows the type.
     *
     * @return false for a type that a later service has added
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}
