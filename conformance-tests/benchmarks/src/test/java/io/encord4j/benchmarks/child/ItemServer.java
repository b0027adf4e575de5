package io.encord4j.benchmarks.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.platform.ItemBatch;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The fake with folders of items. It says where it is in a file: URL and bearer token. */
public final class ItemServer {

    private final FakeWorld world;
    private final FakeUser owner;

    private ItemServer(FakeEncordServer server) {
        this.world = server.defaultWorld();
        this.owner = world.newUser("owner@example.com");
    }

    /** Argument: the file for the place. */
    public static void main(String[] arguments) throws IOException {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            ItemServer items = new ItemServer(server);
            Path place = Path.of(arguments[0]);
            Files.writeString(place, server.url() + "\n" + items.owner.bearerToken() + "\n", UTF_8);
            Commands.serve(Map.of("fill", count -> items.fill(place, Integer.parseInt(count))));
        }
    }

    /** Adds the id of the new folder to the file. */
    private double fill(Path place, int count) throws IOException {
        UUID folder = world.newFolder(owner, "Items");
        Internals.platform(world).change(tx -> fill(tx, folder, count));
        Files.writeString(place, Files.readString(place, UTF_8) + folder + "\n", UTF_8);
        return count;
    }

    private void fill(Transaction tx, UUID folder, int count) {
        ItemBatch batch = new ItemBatch(tx, tx.now());
        for (int i = 0; i < count; i++) {
            String name = "image-%07d.png".formatted(i);
            StoredFile file = new StoredFile(
                    FakeStorageLocation.AWS,
                    "https://bucket.s3.eu-west-2.amazonaws.com/" + name,
                    null,
                    20_480L,
                    MediaFacts.image("image/png", 640, 480));
            StorageItem item = new StorageItem(tx.newUuid(), FakeDataType.IMAGE, name, file, tx.now());
            SharedItem.Location at = new SharedItem.Location(folder, batch.newNumber(), false, owner.hash(), null);
            batch.place(SharedItem.fresh(item, at, null, List.of()));
        }
        batch.commit();
    }
}
