package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
        if (title != null) {
            open.tx().put(open.dataset(), row.titled(title, open.now()));
        }
        if (metadata != null) {
            describe(open, row.item().uuid(), metadata);
        }
        return find(open.dataset(), dataHash);
    }

    /** A row has no metadata of its own but those of its item. */
    private static void describe(OpenDataset open, UUID itemUuid, Map<String, @Nullable Object> metadata) {
        ItemBatch batch = open.batch();
        SharedItem item = Objects.requireNonNull(batch.find(itemUuid));
        batch.say(itemUuid, new SharedItem.About(item.about().name(), metadata, open.now()));
        batch.commit();
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
     * Deletes rows of any type. In a mirror dataset the items go with them, unless another dataset links them; in another one
     * they stay in their folder. Hashes that are not rows of the dataset are ignored, so deleting twice is fine.
     */
    public static void delete(OpenDataset open, List<String> dataHashes) {
        ItemBatch batch = open.batch();
        dataHashes.forEach(dataHash -> batch.unlink(open.hash(), dataHash));
        batch.commit();
    }
}
