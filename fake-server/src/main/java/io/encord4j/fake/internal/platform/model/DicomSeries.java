package io.encord4j.fake.internal.platform.model;

import java.util.ArrayList;
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
    public DicomSeries with(int index, StoredFile file) {
        List<StoredFile> changed = new ArrayList<>(slices);
        changed.set(index, file);
        return new DicomSeries(changed);
    }

    @Override
    public List<StoredFile> files() {
        return slices;
    }
}
