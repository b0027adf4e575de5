package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the items of one upload go, and how the files of composed ones become items of their own. */
record Composition(
        ItemBatch batch,
        Instant at,
        @Nullable UUID folder,
        @Nullable String owner,
        @Nullable UUID integration) {

    SharedItem.Location location(boolean frame) {
        return new SharedItem.Location(folder, batch.newNumber(), frame, owner, integration);
    }

    /** Makes items of the files of an image group or a DICOM series; only what shows the whole shows them. */
    List<UUID> frames(FakeDataType type, List<StoredFile> files, List<String> names) {
        List<UUID> frames = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            StoredFile file = files.get(i);
            StorageItem item = new StorageItem(batch.itemFor(file), type, names.get(i), file, at);
            batch.add(SharedItem.fresh(item, location(true), null, List.of()));
            frames.add(item.uuid());
        }
        return frames;
    }
}
