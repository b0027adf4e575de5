package io.encord4j.fake.internal.platform.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The files of a DICOM series.
 *
 * @param slices at least one
 */
public record DicomSeries(List<StoredFile> slices) implements ItemContent {

    public DicomSeries {
        slices = List.copyOf(slices);
    }

    /** What the files agree on: the study and the series that they belong to. */
    MediaFacts names() {
        DicomFacts first = slices.get(0).facts().dicom();
        if (first == null) {
            return MediaFacts.UNKNOWN;
        }
        String study = first.studyUid();
        String series = first.seriesUid();
        for (StoredFile slice : slices) {
            DicomFacts names = slice.facts().dicom();
            study = names != null && Objects.equals(study, names.studyUid()) ? study : null;
            series = names != null && Objects.equals(series, names.seriesUid()) ? series : null;
        }
        return new MediaFacts(null, null, null, null, null, null, null, new DicomFacts(null, study, series));
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
