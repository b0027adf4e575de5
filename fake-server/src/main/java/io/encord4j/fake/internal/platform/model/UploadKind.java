package io.encord4j.fake.internal.platform.model;

import java.util.Optional;

/** What a signed upload URL is asked for. */
public enum UploadKind {
    /** A video. */
    VIDEO("video"),
    /** An image. */
    IMAGE("image"),
    /** An audio file. */
    AUDIO("audio"),
    /** One file of a DICOM series. */
    DICOM_FILE("dicomFile"),
    /** Items shown together. */
    GROUP("group"),
    /** Images without a video. */
    IMAGE_GROUP("imageGroup"),
    /** Images with a video made of them. */
    IMAGE_SEQUENCE("imageSequence"),
    /** A DICOM series. */
    DICOM_SERIES("dicomSeries"),
    /** A NIfTI volume. */
    NIFTI("nifti"),
    /** A text file. */
    PLAIN_TEXT("plainText"),
    /** A PDF document. */
    PDF("pdf"),
    /** A three-dimensional scene. */
    SCENE("scene");

    private final String wireName;

    UploadKind(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name on the wire. */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a kind by its name.
     *
     * @return the kind, or empty if there is none of that name
     */
    public static Optional<UploadKind> ofWireName(String wireName) {
        for (UploadKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
