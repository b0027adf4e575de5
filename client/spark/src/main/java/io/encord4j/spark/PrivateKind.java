package io.encord4j.spark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What objects in the user's cloud can become. */
enum PrivateKind {
    VIDEO,
    IMAGE,
    AUDIO,
    IMAGE_GROUP,
    IMAGE_SEQUENCE,
    DICOM_SERIES;

    static PrivateKind of(String name, String url) {
        return Arrays.stream(values())
                .filter(kind -> kind.columnValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedRow("The kind \"%s\" of %s is unknown. Kinds are %s."
                        .formatted(
                                name,
                                url,
                                Arrays.stream(values())
                                        .map(PrivateKind::columnValue)
                                        .collect(Collectors.joining(", ")))));
    }

    private String columnValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether several objects make one row of the dataset. */
    boolean isGroup() {
        return this == IMAGE_GROUP || this == IMAGE_SEQUENCE || this == DICOM_SERIES;
    }
}
