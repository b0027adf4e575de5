package io.encord4j.conformance.ingestion;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.ImageInfo;
import io.encord4j.ItemFilter;
import io.encord4j.StorageItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is really there, as somebody else sees it who asks for all of it.
 *
 * @param owner asks
 * @param kind what was uploaded
 * @param place the dataset, or the folder
 */
record Truth(EncordUserClient owner, Kind kind, String place) {

    /** How often each file is there, by its name. */
    Map<String, Integer> counts(List<Path> files) {
        Map<String, Integer> counts = new HashMap<>();
        if (kind.isInFolder()) {
            UUID folder = UUID.fromString(place);
            try (Stream<StorageItem> items = owner.storage().listItems(folder, ItemFilter.ofDefaults())) {
                items.filter(item -> !kind.isTogether() || isComposed(item)).forEach(item -> count(item, counts));
            }
        } else {
            try (EncordDatasetClient dataset = owner.datasetClient(place)) {
                dataset.getDataset().dataRows().forEach(row -> count(dataset, row, files, counts));
            }
        }
        return counts;
    }

    private static boolean isComposed(StorageItem item) {
        return List.of("imageGroup", "imageSequence", "dicomSeries")
                .contains(item.itemType().value());
    }

    private void count(StorageItem item, Map<String, Integer> counts) {
        if (kind.isTogether()) {
            owner.storage().getChildItems(item, false).forEach(child -> counts.merge(child.name(), 1, Integer::sum));
        } else {
            counts.merge(item.name(), 1, Integer::sum);
        }
    }

    private void count(EncordDatasetClient dataset, DataRow row, List<Path> files, Map<String, Integer> counts) {
        if (!kind.isTogether()) {
            counts.merge(row.title(), 1, Integer::sum);
        } else if (kind == Kind.DICOM_SERIES) {
            // The row of a series does not tell its files; it holds all of them or is not made.
            files.forEach(file -> counts.merge(String.valueOf(file.getFileName()), 1, Integer::sum));
        } else {
            DataRow group = dataset.getDataRow(
                    row.dataHash(), DataRowExtras.builder().images(true).build());
            Objects.requireNonNull(group.images()).stream()
                    .map(ImageInfo::title)
                    .forEach(title -> counts.merge(title, 1, Integer::sum));
        }
    }
}
