package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.ItemBatch;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one dataset in JSON. */
final class SeedRows {

    private final Transaction tx;
    private final SeedFiles files;
    private final Dataset dataset;

    SeedRows(Transaction tx, SeedFiles files, Dataset dataset) {
        this.tx = tx;
        this.files = files;
        this.dataset = dataset;
    }

    /** Reads the rows; they are in the state at once, as their items are. */
    void read(JsonFields fieldsOfDataset) {
        fieldsOfDataset.each("rows", fields -> {
            String hash = SeedValues.hash(fields, "hash", tx);
            if (Objects.requireNonNull(tx.state().datasets().get(dataset.hash()))
                    .rows()
                    .containsKey(hash)) {
                throw fields.wrong("hash", "another than that of a row before it");
            }
            row(fields, hash);
        });
    }

    private void row(JsonFields fields, String hash) {
        String title = fields.requiredText("title");
        FakeDataType type = fields.choice("type", FakeDataType.class);
        UUID uuid = SeedValues.uuid(fields, "itemUuid", tx);
        Instant createdAt = SeedValues.time(fields, "createdAt", tx.now());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        String itemTitle = Objects.requireNonNullElse(fields.text("itemTitle"), title);
        Instant itemCreatedAt = SeedValues.time(fields, "itemCreatedAt", createdAt);
        Map<String, @Nullable Object> metadata = fields.freeForm("clientMetadata");
        SharedItem item = tx.state().files().items().get(uuid);
        if (item == null) {
            SeedItems.Head head = new SeedItems.Head(
                    uuid,
                    type,
                    itemTitle,
                    itemCreatedAt,
                    dataset.backingFolder(),
                    dataset.owner(),
                    null,
                    new SharedItem.About(itemTitle, metadata, editedAt));
            SeedItems.Place place = new SeedItems.Place(dataset.hash(), dataset.location(), dataset.hash(), hash);
            item = new SeedItems(tx, files).add(fields, head, place);
        } else {
            // Its files were given with a folder or another row.
            fields.objects("files");
            fields.flag("sequence", false);
        }
        fields.end();
        ItemBatch batch = new ItemBatch(tx, editedAt);
        batch.put(dataset.hash(), new DataRow(hash, title, item.item(), createdAt, editedAt, metadata));
        batch.commit();
    }

    static Map<String, @Nullable Object> write(PlatformState state, DataRow row, SeedFiles files) {
        SharedItem item =
                Objects.requireNonNull(state.files().items().get(row.item().uuid()));
        Map<String, @Nullable Object> json = SeedText.object(
                "hash", row.hash(),
                "title", row.title(),
                "type", row.type().name(),
                "createdAt", row.createdAt().toString(),
                "lastEditedAt", row.lastEditedAt().toString(),
                "clientMetadata", row.clientMetadata(),
                "itemUuid", item.uuid().toString());
        if (item.at().folder() == null) {
            json.put("itemTitle", item.item().title());
            json.put("itemCreatedAt", item.item().createdAt().toString());
            SeedItems.write(state, item, files, json);
        }
        return json;
    }
}
