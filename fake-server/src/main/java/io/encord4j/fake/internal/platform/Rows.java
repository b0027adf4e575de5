package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finding and changing single rows. */
public final class Rows {

    private Rows() {}

    /**
     * Lists rows, in the order they were made, without copying them.
     *
     * @throws RefusedException if the actor has no access
     */
    public static Stream<DataRow> list(PlatformState state, Actor actor, String datasetHash, RowFilter filter) {
        Dataset dataset = Access.dataset(state, actor, datasetHash);
        return dataset.rows().values().stream()
                .filter(filter.matcher(state.choices().likeIgnoresCase()));
    }

    /**
     * Finds a row.
     *
     * @throws RefusedException if the actor has no access or the dataset no such row
     */
    public static DataRow find(PlatformState state, Actor actor, String datasetHash, String dataHash) {
        return find(Access.dataset(state, actor, datasetHash), dataHash);
    }

    /**
     * Changes what is given of a row.
     *
     * @param title the new title, or null to keep it
     * @param metadata the new metadata as a whole, or null to keep it
     * @throws RefusedException if the actor has no access or the dataset no such row
     */
    public static DataRow update(
            Transaction tx,
            Actor actor,
            String datasetHash,
            String dataHash,
            @Nullable String title,
            @Nullable Map<String, @Nullable Object> metadata) {
        Dataset dataset = Access.dataset(tx.state(), actor, datasetHash);
        DataRow row = find(dataset, dataHash);
        if (title == null && metadata == null) {
            return row;
        }
        DataRow titled = title == null ? row : row.titled(title, tx.now());
        DataRow changed = metadata == null ? titled : titled.withMetadata(metadata, tx.now());
        tx.put(dataset, changed);
        return changed;
    }

    /**
     * Renames rows, all or none.
     *
     * @throws RefusedException if the actor has no access or the dataset lacks one of the rows
     */
    public static void rename(Transaction tx, Actor actor, String datasetHash, Map<String, String> titles) {
        titles.forEach((dataHash, title) -> update(tx, actor, datasetHash, dataHash, title, null));
    }

    static DataRow find(Dataset dataset, String dataHash) {
        DataRow row = dataset.rows().get(dataHash);
        if (row == null) {
            throw Refusal.notFound("There is no row " + Quoted.value(dataHash) + " in dataset " + dataset.hash() + ".");
        }
        return row;
    }
}
