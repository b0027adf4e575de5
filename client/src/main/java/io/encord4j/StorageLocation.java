package io.encord4j;

import java.util.List;

/**
 * Where the files of a dataset are kept. Values that this version does not know are read and kept: {@link #isKnown()} tells them apart.
 *
 * @param code the number on the wire, or -1 when the service only gave a name that is not known
 * @param wireName the name on the wire
 */
public record StorageLocation(int code, String wireName) {
    /** Encord's own storage. Only such datasets take uploads. */
    public static final StorageLocation CORD_STORAGE = new StorageLocation(0, "CORD_STORAGE");

    /** Amazon S3. */
    public static final StorageLocation AWS = new StorageLocation(1, "AWS_S3");

    /** Google Cloud Storage. */
    public static final StorageLocation GCP = new StorageLocation(2, "GCP_STR");

    /** Azure Blob Storage. */
    public static final StorageLocation AZURE = new StorageLocation(3, "AZURE_STR");

    /** Any storage that speaks S3; called {@code OTC_STR} until mid-2024. */
    public static final StorageLocation S3_COMPATIBLE = new StorageLocation(4, "S3_COMPATIBLE_STR");

    private static final List<StorageLocation> KNOWN = List.of(CORD_STORAGE, AWS, GCP, AZURE, S3_COMPATIBLE);

    /**
     * The locations that this version knows.
     *
     * @return the locations in the order of their codes
     */
    public static List<StorageLocation> known() {
        return KNOWN;
    }

    /**
     * The location with a number.
     *
     * @param code the number on the wire
     * @return the location, which may be one that is not known
     */
    public static StorageLocation ofCode(int code) {
        return code >= 0 && code < KNOWN.size() ? KNOWN.get(code) : new StorageLocation(code, "STORAGE_" + code);
    }

    /**
     * The location with a name.
     *
     * @param wireName the name on the wire, such as {@code AWS_S3}
     * @return the location, which may be one that is not known
     */
    public static StorageLocation ofWireName(String wireName) {
        if (wireName.equals("OTC_STR")) {
            return S3_COMPATIBLE;
        }
        return KNOWN.stream()
                .filter(location -> location.wireName.equals(wireName))
                .findFirst()
                .orElseGet(() -> new StorageLocation(-1, wireName));
    }

    /**
     * Tells whether this version knows the location.
     *
     * @return false for a location that a later service has added
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}
