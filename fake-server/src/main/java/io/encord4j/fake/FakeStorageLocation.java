package io.encord4j.fake;

import java.util.Optional;

/** Where the files of a dataset are kept. */
public enum FakeStorageLocation {
    /** On the platform itself, sent there by signed URLs. */
    CORD_STORAGE(0, "CORD_STORAGE"),
    /** In a customer's Amazon S3 bucket. */
    AWS(1, "AWS_S3"),
    /** In a customer's Google Cloud Storage bucket. */
    GCP(2, "GCP_STR"),
    /** In a customer's Azure blob container. */
    AZURE(3, "AZURE_STR"),
    /** In a customer's bucket that speaks S3. */
    S3_COMPATIBLE(4, "S3_COMPATIBLE_STR");

    private final int code;
    private final String longName;

    FakeStorageLocation(int code, String longName) {
        this.code = code;
        this.longName = longName;
    }

    /**
     * Tells the number on the wire.
     *
     * @return 0 to 4
     */
    public int code() {
        return code;
    }

    /**
     * Tells the name that {@code dataset_type} carries.
     *
     * @return such as {@code AWS_S3}
     */
    public String longName() {
        return longName;
    }

    /**
     * Tells whether the platform itself keeps the bytes.
     *
     * @return true for {@link #CORD_STORAGE}
     */
    public boolean isHosted() {
        return this == CORD_STORAGE;
    }

    /**
     * Finds a location by its number.
     *
     * @param code the number on the wire
     * @return the location, or empty if there is none of that number
     */
    public static Optional<FakeStorageLocation> ofCode(int code) {
        for (FakeStorageLocation location : values()) {
            if (location.code == code) {
                return Optional.of(location);
            }
        }
        return Optional.empty();
    }
}
