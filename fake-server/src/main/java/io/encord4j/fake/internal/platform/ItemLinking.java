package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Rows for items that are there already. */
public final class ItemLinking {

    /** What happens to an item that has a row in the dataset. */
    public enum Duplicates {
        /** It is left out. */
        SKIP,
        /** It gets another row. */
        DUPLICATE,
        /** Everything is refused. */
        FAIL
    }

    private ItemLinking() {}

    /**
     * Makes rows for items.
     *
     * @throws RefusedException if the actor has no access to an item, or a duplicate is to fail
     */
    public static List<DataRow> link(OpenDataset open, List<UUID> itemUuids, Duplicates duplicates) {
        Transaction tx = open.tx();
        PlatformState state = tx.state();
        Set<UUID> linked = linkedItems(open.dataset(), duplicates);
        RowBatch batch = open.batch();
        List<DataRow> made = new ArrayList<>();
        for (UUID uuid : itemUuids) {
            StorageItem item = item(state, open.actor(), uuid);
            boolean isNew = linked.add(uuid);
            if (!isNew && duplicates == Duplicates.FAIL) {
                throw RefusedException.of(
                        state.choices().duplicateLinks(),
                        "Item " + uuid + " is linked to dataset " + open.hash() + " already.");
            }
            if (isNew || duplicates == Duplicates.DUPLICATE) {
                DataRow row = DataRow.fresh(tx.newHash(), item.title(), item, tx.now(), null);
                batch.add(row);
                made.add(row);
            }
        }
        batch.commit(tx.now());
        return made;
    }

    private static Set<UUID> linkedItems(Dataset dataset, Duplicates duplicates) {
        Set<UUID> linked = new HashSet<>();
        if (duplicates != Duplicates.DUPLICATE) {
            dataset.rows().values().forEach(row -> linked.add(row.item().uuid()));
        }
        return linked;
    }

    private static StorageItem item(PlatformState state, Actor actor, UUID uuid) {
        SharedItem shared = state.files().items().get(uuid);
        if (shared == null || shared.datasets().stream().noneMatch(dataset -> mayOpen(state, actor, dataset))) {
            throw RefusedException.of(state.choices().unknownItems(), "You have no access to an item " + uuid + ".");
        }
        return shared.item();
    }

    private static boolean mayOpen(PlatformState state, Actor actor, String datasetHash) {
        Dataset dataset = Objects.requireNonNull(state.datasets().get(datasetHash));
        if (actor instanceof Actor.Person person) {
            return Access.mayOpen(state, person.user(), dataset);
        }
        return actor instanceof Actor.KeyHolder holder
                && holder.key().datasetHash().equals(datasetHash);
    }
}
