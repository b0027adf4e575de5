package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * The names of a DICOM file. Null means unknown.
 *
 * @param instanceUid the instance
 * @param studyUid the study
 * @param seriesUid the series
 */
public record DicomFacts(
        @Nullable String instanceUid,
        @Nullable String studyUid,
        @Nullable String seriesUid) {}
