package io.encord4j.fake.internal.platform.model;

import java.util.List;

/**
 * The files of a DICOM series.
 *
 * @param slices at least one
 */
public record DicomSeries(List<StoredFile> slices) implements ItemContent {

    public DicomSeries {
        slices = List.copyOf(slices);
    }

    @Override
    public List<StoredFile> files() {
        return slices;
    }
}
