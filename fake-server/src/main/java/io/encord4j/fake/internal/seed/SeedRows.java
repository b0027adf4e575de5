package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DicomSeries;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.ItemContent;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;
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

    Dataset read(JsonFields fieldsOfDataset, Instant editedAt) {
        PersistentMap.Builder<String, DataRow> all = dataset.rows().builder();
        fieldsOfDataset.each("rows", fields -> {
            DataRow row = row(fields);
            if (all.put(row.hash(), row) != null) {
                throw fields.wrong("hash", "another than that of a row before it");
            }
        });
        return dataset.withRows(all.build(), editedAt);
    }

    private DataRow row(JsonFields fields) {
        String hash = SeedValues.hash(fields, "hash", tx);
        String title = fields.requiredText("title");
        FakeDataType type = fields.choice("type", FakeDataType.class);
        UUID uuid = SeedValues.uuid(fields, "itemUuid", tx);
        Instant createdAt = SeedValues.time(fields, "createdAt", tx.now());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        String itemTitle = fields.text("itemTitle");
        Instant itemCreatedAt = SeedValues.time(fields, "itemCreatedAt", createdAt);
        boolean sequence = fields.flag("sequence", false);
        List<JsonFields> parts = fields.objects("files");
        Map<String, @Nullable Object> metadata = fields.freeForm("clientMetadata");
        fields.end();
        SharedItem known = tx.state().files().items().get(uuid);
        StorageItem item;
        if (known == null) {
            if (parts.isEmpty()) {
                throw fields.wrong("files", "a list of at least one file");
            }
            SeedFiles.Owner owner = new SeedFiles.Owner(tx, dataset, type, uuid, hash, createdAt);
            ItemContent content = content(type, parts, sequence, owner);
            item = new StorageItem(uuid, type, itemTitle == null ? title : itemTitle, content, itemCreatedAt);
            put(new SharedItem(item, List.of(dataset.hash())));
        } else {
            // A second row of an item: its files were given with the first one.
            item = known.item();
            put(known.linkedBy(dataset.hash()));
        }
        return new DataRow(hash, title, item, createdAt, editedAt, metadata);
    }

    private ItemContent content(FakeDataType type, List<JsonFields> parts, boolean sequence, SeedFiles.Owner owner) {
        if (type == FakeDataType.IMG_GROUP) {
            List<GroupImage> images = new ArrayList<>();
            for (JsonFields part : parts) {
                images.add(files.readImage(part, owner));
            }
            return new ImageGroup(images, sequence);
        }
        List<StoredFile> read = new ArrayList<>();
        for (JsonFields part : parts) {
            read.add(files.readFile(part, owner));
        }
        return type == FakeDataType.DICOM ? new DicomSeries(read) : read.get(0);
    }

    private void put(SharedItem item) {
        PlatformState state = tx.state();
        tx.become(state.withFiles(
                state.files().withItems(state.files().items().put(item.item().uuid(), item))));
    }

    static Map<String, @Nullable Object> write(DataRow row, SeedFiles files) {
        StorageItem item = row.item();
        return SeedText.object(
                "hash", row.hash(),
                "title", row.title(),
                "type", row.type().name(),
                "createdAt", row.createdAt().toString(),
                "lastEditedAt", row.lastEditedAt().toString(),
                "clientMetadata", row.clientMetadata(),
                "itemUuid", item.uuid().toString(),
                "itemTitle", item.title(),
                "itemCreatedAt", item.createdAt().toString(),
                "sequence", Boolean.TRUE.equals(item.isSequence()),
                "files", files.write(item.content()));
    }
}
