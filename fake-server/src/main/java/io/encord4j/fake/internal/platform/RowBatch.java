package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;

/** Rows that come or go together, with their items and objects; one pass over the maps for any number of them. */
final class RowBatch {

    private final Transaction tx;
    private final Dataset dataset;
    private final PersistentMap.Builder<String, DataRow> rows;
    private final PersistentMap.Builder<UUID, SharedItem> items;
    private final PersistentMap.Builder<String, StoredObject> objects;
    private boolean touched;

    RowBatch(Transaction tx, Dataset dataset) {
        this.tx = tx;
        this.dataset = dataset;
        PlatformState state = tx.state();
        this.rows = dataset.rows().builder();
        this.items = state.files().items().builder();
        this.objects = state.files().objects().builder();
    }

    boolean hasItem(UUID uuid) {
        return items.containsKey(uuid);
    }

    void add(DataRow row) {
        touched = true;
        rows.put(row.hash(), row);
        StorageItem item = row.item();
        SharedItem shared = items.get(item.uuid());
        if (shared == null) {
            items.put(item.uuid(), new SharedItem(item, List.of(dataset.hash())));
            item.content().files().forEach(file -> count(file, 1));
        } else {
            items.put(item.uuid(), shared.linkedBy(dataset.hash()));
        }
    }

    void replace(DataRow row) {
        touched = true;
        rows.put(row.hash(), row);
    }

    /** Takes a row away, and with the last row of an item its hosted bytes. */
    void remove(String dataHash) {
        DataRow row = rows.remove(dataHash);
        if (row == null) {
            return;
        }
        touched = true;
        UUID uuid = row.item().uuid();
        SharedItem shared = items.get(uuid);
        SharedItem left = shared == null ? null : shared.unlinkedBy(dataset.hash());
        if (left != null && !left.datasets().isEmpty()) {
            items.put(uuid, left);
            return;
        }
        items.remove(uuid);
        row.item().content().files().forEach(file -> count(file, -1));
    }

    /** Puts everything into the state; the dataset counts as edited only if something happened to its rows. */
    void commit(Instant at) {
        if (touched) {
            tx.put(dataset.withRows(rows.build(), at));
            tx.files(files -> files.withItems(items.build()).withObjects(objects.build()));
        }
    }

    private void count(StoredFile file, int more) {
        StoredObject object = file.isHosted() ? objects.get(file.link()) : null;
        if (object == null) {
            return;
        }
        StoredObject counted = object.used(more);
        if (counted.uses() <= 0) {
            objects.remove(object.key());
        } else {
            objects.put(object.key(), counted);
        }
    }
}
