package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.ItemBatch;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DicomSeries;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.ItemContent;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items of the storage in JSON: those of folders, and those that come with the rows of datasets. */
final class SeedItems {

    private final Transaction tx;
    private final SeedFiles files;

    /** What is known of an item apart from its files. */
    record Head(
            UUID uuid,
            FakeDataType type,
            String title,
            Instant createdAt,
            @Nullable UUID folder,
            @Nullable String owner,
            @Nullable UUID integration,
            SharedItem.About about) {}

    /** Where the files of an item are, unless they say it. */
    record Place(
            String name,
            FakeStorageLocation location,
            @Nullable String dataset,
            String fileHash) {}

    SeedItems(Transaction tx, SeedFiles files) {
        this.tx = tx;
        this.files = files;
    }

    /** Reads the content and puts the item there, without rows. */
    SharedItem add(JsonFields fields, Head head, Place place) {
        boolean sequence = fields.flag("sequence", false);
        boolean tombstone = fields.flag("tombstone", false);
        List<JsonFields> parts = fields.objects("files");
        JsonFields group = fields.object("group");
        List<SeedFiles.Part> read = new ArrayList<>();
        List<UUID> children = new ArrayList<>();
        ItemContent content;
        SeedFiles.Owner owner = new SeedFiles.Owner(
                tx,
                place.name(),
                place.location(),
                place.dataset(),
                head.type(),
                head.uuid(),
                place.fileHash(),
                head.createdAt());
        if (head.type() == FakeDataType.GROUP) {
            DataGroup data = group(fields, group);
            children.addAll(data.members().values());
            content = data;
        } else if (parts.isEmpty()) {
            throw fields.wrong("files", "a list of at least one file");
        } else if (head.type() == FakeDataType.IMG_GROUP) {
            parts.forEach(part -> read.add(files.readImage(part, owner)));
            content = new ImageGroup(
                    read.stream()
                            .<GroupImage>mapMulti((part, out) -> {
                                if (part.image() != null) {
                                    out.accept(part.image());
                                }
                            })
                            .toList(),
                    sequence);
        } else if (head.type() == FakeDataType.DICOM) {
            parts.forEach(part -> read.add(files.readSlice(part, owner)));
            content = new DicomSeries(read.stream().map(SeedFiles.Part::file).toList());
        } else {
            content = files.readFile(parts.get(0), owner);
        }
        ItemBatch batch = new ItemBatch(tx, head.createdAt());
        for (SeedFiles.Part part : read) {
            if (batch.find(part.itemUuid()) == null) {
                batch.place(frame(batch, head, part));
            }
            children.add(part.itemUuid());
        }
        StorageItem item = new StorageItem(head.uuid(), head.type(), head.title(), content, head.createdAt());
        SharedItem shared = SharedItem.fresh(item, location(batch, head, false), null, children)
                .saying(head.about())
                .buried(tombstone);
        batch.place(shared);
        batch.commit();
        return shared;
    }

    private SharedItem frame(ItemBatch batch, Head head, SeedFiles.Part part) {
        FakeDataType type = head.type() == FakeDataType.IMG_GROUP ? FakeDataType.IMAGE : FakeDataType.DICOM;
        StorageItem item = new StorageItem(part.itemUuid(), type, part.name(), part.file(), head.createdAt());
        return SharedItem.fresh(item, location(batch, head, true), null, List.of());
    }

    private static SharedItem.Location location(ItemBatch batch, Head head, boolean frame) {
        return new SharedItem.Location(head.folder(), batch.newNumber(), frame, head.owner(), head.integration());
    }

    private DataGroup group(JsonFields item, @Nullable JsonFields fields) {
        if (fields == null) {
            throw item.wrong("group", "an object with members, layout and settings");
        }
        Map<String, UUID> members = new LinkedHashMap<>();
        fields.textMap("members").forEach((key, text) -> {
            UUID uuid;
            try {
                uuid = UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw fields.wrong("members", "an object of UUIDs");
            }
            if (tx.state().files().items().get(uuid) == null) {
                throw fields.refused("members", "There is no item " + uuid + " in a folder of the seed or the world.");
            }
            members.put(key, uuid);
        });
        Map<String, @Nullable Object> layout = fields.freeForm("layout");
        Map<String, @Nullable Object> settings = fields.freeForm("settings");
        fields.end();
        return new DataGroup(members, layout == null ? Map.of() : layout, settings == null ? Map.of() : settings);
    }

    /** Writes what {@link #add} reads. */
    static void write(PlatformState state, SharedItem item, SeedFiles files, Map<String, @Nullable Object> json) {
        if (item.item().content() instanceof DataGroup group) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            group.members().forEach((key, uuid) -> members.put(key, uuid.toString()));
            json.put(
                    "group",
                    SeedText.object("members", members, "layout", group.layout(), "settings", group.settings()));
        }
        json.put("sequence", Boolean.TRUE.equals(item.item().isSequence()));
        json.put("tombstone", item.tombstone());
        json.put("files", files.write(state, item));
    }
}
