package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finding, changing and deleting rows. */
public final class Rows {

    private Rows() {}

    /** Lists rows, in the order they were made, without copying them. */
    public static Stream<DataRow> list(PlatformState state, Dataset dataset, RowFilter filter) {
        return dataset.rows().values().stream()
                .filter(filter.matcher(state.choices().likeIgnoresCase()));
    }

    /**
     * Finds a row.
     *
     * @throws RefusedException if the dataset has no such row
     */
    public static DataRow find(Dataset dataset, String dataHash) {
        DataRow row = dataset.rows().get(dataHash);
        if (row == null) {
            throw RefusedException.notFound(
                    "There is no row " + Quoted.value(dataHash) + " in dataset " + dataset.hash() + ".");
        }
        return row;
    }

    /**
     * Changes what is given of a row.
     *
     * @param title the new title, or null to keep it
     * @param metadata the new metadata as a whole, or null to keep it
     * @throws RefusedException if the dataset has no such row
     */
    public static DataRow update(
            OpenDataset open,
            String dataHash,
            @Nullable String title,
            @Nullable Map<String, @Nullable Object> metadata) {
        DataRow row = find(open.dataset(), dataHash);
        if (title == null && metadata == null) {
            return row;
        }
        DataRow titled = title == null ? row : row.titled(title, open.now());
        DataRow changed = metadata == null ? titled : titled.withMetadata(metadata, open.now());
        open.tx().put(open.dataset(), changed);
        return changed;
    }

    /**
     * Renames rows, all or none.
     *
     * @throws RefusedException if the dataset lacks one of the rows
     */
    public static void rename(OpenDataset open, Map<String, String> titles) {
        titles.forEach((dataHash, title) -> update(open, dataHash, title, null));
    }

    /**
     * Deletes rows of any type; hosted bytes go with the last row that uses them. Hashes that are not rows of the dataset
     * are ignored, so deleting twice is fine.
     */
    public static void delete(OpenDataset open, List<String> dataHashes) {
        RowBatch batch = open.batch();
        dataHashes.forEach(batch::remove);
        batch.commit(open.now());
    }
}
