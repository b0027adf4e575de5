package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        ItemBatch batch = open.batch();
        List<DataRow> made = new ArrayList<>();
        for (UUID uuid : itemUuids) {
            SharedItem item = item(state, open.actor(), uuid);
            boolean isNew = linked.add(uuid);
            if (!isNew && duplicates == Duplicates.FAIL) {
                throw RefusedException.of(
                        state.choices().duplicateLinks(),
                        "Item " + uuid + " is linked to dataset " + open.hash() + " already.");
            }
            if (isNew || duplicates == Duplicates.DUPLICATE) {
                made.add(
                        batch.link(uuid, open.hash(), tx.newHash(), item.about().name()));
            }
        }
        batch.commit();
        return made;
    }

    private static Set<UUID> linkedItems(Dataset dataset, Duplicates duplicates) {
        Set<UUID> linked = new HashSet<>();
        if (duplicates != Duplicates.DUPLICATE) {
            dataset.rows().values().forEach(row -> linked.add(row.item().uuid()));
        }
        return linked;
    }

    private static SharedItem item(PlatformState state, Actor actor, UUID uuid) {
        SharedItem item = state.files().items().get(uuid);
        if (item == null || !FolderAccess.mayLink(state, actor, item)) {
            throw RefusedException.of(state.choices().unknownItems(), "You have no access to an item " + uuid + ".");
        }
        if (item.item().kind() == UploadKind.DICOM_FILE) {
            throw RefusedException.invalid("Item " + uuid + " is one file of a DICOM series; link the series.");
        }
        return item;
    }
}
