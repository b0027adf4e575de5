package io.encord4j.conformance.model;

import io.encord4j.conformance.model.ReferenceModel.Duplicates;
import java.util.List;
import java.util.Map;

/** One step of a random sequence. Numbers name datasets and rows modulo how many there are, so that every step can be taken at any time. */
sealed interface Step {

    record CreateDataset(String title) implements Step {}

    record ListDatasets(String pattern) implements Step {}

    /** A step on one dataset. */
    sealed interface OnDataset extends Step {
        int dataset();
    }

    record AddPrivateVideos(int dataset, List<String> urls, boolean skipDuplicates, boolean ignoreErrors)
            implements OnDataset {}

    record UploadVideo(int dataset, String name) implements OnDataset {}

    /** Images of these widths, as a plain group or as sequences. */
    record AddImageGroup(int dataset, String title, List<Integer> widths, boolean sequence) implements OnDataset {}

    record DeleteUnknown(int dataset) implements OnDataset {}

    record ListRows(int dataset, String pattern) implements OnDataset {}

    record CreateApiKey(int dataset, String title, boolean mayWrite) implements OnDataset {}

    record GetOrCreateApiKey(int dataset) implements OnDataset {}

    /** Re-encodes some rows of the dataset, and rows of another one, which do not count. */
    record ReEncode(int dataset, List<Integer> rows, int foreign) implements OnDataset {}

    /** A step on one row; it is skipped while the dataset has none. */
    sealed interface OnRow extends OnDataset {
        int row();
    }

    record DeleteRow(int dataset, int row) implements OnRow {}

    record Rename(int dataset, int row, String title) implements OnRow {}

    record ReplaceMetadata(int dataset, int row, Map<String, String> metadata) implements OnRow {}

    record Link(int dataset, int row, int to, Duplicates duplicates) implements OnRow {}
}
