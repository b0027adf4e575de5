package io.encord4j;

import java.util.List;

/**
 * What a storage item is. Values that this version does not know are read and kept.
 *
 * @param value the name on the wire
 */
public record ItemType(String value) {
    /** A video. */
    public static final ItemType VIDEO = new ItemType("video");

    /** A single image. */
    public static final ItemType IMAGE = new ItemType("image");

    /** Items that are shown together. */
    public static final ItemType GROUP = new ItemType("group");

    /** Images that are browsed together. */
    public static final ItemType IMAGE_GROUP = new ItemType("imageGroup");

    /** Images of one size that are played like a video. */
    public static final ItemType IMAGE_SEQUENCE = new ItemType("imageSequence");

    /** A DICOM file. */
    public static final ItemType DICOM_FILE = new ItemType("dicomFile");

    /** A DICOM series. */
    public static final ItemType DICOM_SERIES = new ItemType("dicomSeries");

    /** An audio file. */
    public static final ItemType AUDIO = new ItemType("audio");

    /** A NIfTI volume. */
    public static final ItemType NIFTI = new ItemType("nifti");

    /** A text. */
    public static final ItemType PLAIN_TEXT = new ItemType("plainText");

    /** A PDF document. */
    public static final ItemType PDF = new ItemType("pdf");

    /** A scene. */
    public static final ItemType SCENE = new ItemType("scene");

    private static final List<ItemType> KNOWN = List.of(
            VIDEO,
            IMAGE,
            GROUP,
            IMAGE_GROUP,
            IMAGE_SEQUENCE,
            DICOM_FILE,
            DICOM_SERIES,
            AUDIO,
            NIFTI,
            PLAIN_TEXT,
            PDF,
            SCENE);

    /** {@return the types that this version knows} */
    public static List<ItemType> known() {
        return KNOWN;
    }

    /** {@return whether this version knows the type} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** {@return whether items of this type have child items} */
    public boolean isComposed() {
        return equals(IMAGE_GROUP) || equals(IMAGE_SEQUENCE) || equals(DICOM_SERIES) || equals(GROUP);
    }
}
