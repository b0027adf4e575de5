package io.encord4j.conformance.model;

import io.encord4j.conformance.model.ReferenceModel.Duplicates;
import java.util.List;
import java.util.Map;

/** One step of a random sequence. Numbers name datasets and rows modulo how many there are, so that every step can be taken at any time. */
sealed interface Step {

    record CreateDataset(String title) implements Step {}

    record ListDatasets(String pattern) implements Step {}

    record AddPrivateVideos(int dataset, List<String> urls, boolean skipDuplicates, boolean ignoreErrors)
            implements Step {}

    record UploadVideo(int dataset, String name) implements Step {}

    record DeleteRow(int dataset, int row) implements Step {}

    record DeleteUnknown(int dataset) implements Step {}

    record Rename(int dataset, int row, String title) implements Step {}

    record ReplaceMetadata(int dataset, int row, Map<String, String> metadata) implements Step {}

    record Link(int from, int row, int to, Duplicates duplicates) implements Step {}

    record ListRows(int dataset, String pattern) implements Step {}
}
