package io.encord4j.benchmarks.child;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.platform.ItemBatch;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.util.List;
import java.util.Objects;

/**
 * A world with one dataset of so many rows, and a key to it.
 *
 * @param world the world
 * @param dataset the dataset
 */
record Filled(FakeWorld world, FakeDataset dataset) {

    static Filled with(FakeWorld world, int rows) {
        FakeUser owner = world.newUser("owner@example.com");
        FakeDataset dataset = world.newDataset(owner, "Rows");
        Internals.platform(world).change(tx -> fill(tx, dataset.hash(), rows));
        return new Filled(world, dataset);
    }

    private static void fill(Transaction tx, String hash, int count) {
        Dataset dataset = Objects.requireNonNull(tx.state().datasets().get(hash));
        ItemBatch batch = new ItemBatch(tx, tx.now());
        for (int i = 0; i < count; i++) {
            String title = "image-" + i + ".png";
            StoredFile file = new StoredFile(
                    FakeStorageLocation.AWS,
                    "https://bucket.s3.eu-west-2.amazonaws.com/" + title,
                    null,
                    20_480L,
                    MediaFacts.image("image/png", 640, 480));
            StorageItem item = new StorageItem(tx.newUuid(), FakeDataType.IMAGE, title, file, tx.now());
            SharedItem.Location place =
                    new SharedItem.Location(dataset.backingFolder(), batch.newNumber(), false, dataset.owner(), null);
            batch.addTo(dataset, SharedItem.fresh(item, place, null, List.of()), tx.newHash());
        }
        batch.commit();
    }
}
