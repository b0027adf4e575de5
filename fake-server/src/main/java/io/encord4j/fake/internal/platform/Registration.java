package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Telling the platform, as 2022 clients do, that the bytes behind a signed URL were sent. */
public final class Registration {

    private Registration() {}

    /**
     * Makes a row of an uploaded video. Registering it again gives the same row.
     *
     * @param dataHash the hash that came with the URL; the row gets it
     * @param title the title, or null for the file name that was asked for
     * @throws RefusedException if no such URL was asked for, nothing was sent to it, or its
     *     bytes are no video
     */
    public static DataRow video(OpenDataset open, String dataHash, @Nullable String title) {
        return row(open, dataHash, title, FakeDataType.VIDEO, UploadKind.VIDEO);
    }

    /**
     * Makes a row of an uploaded image. Registering it again gives the same row.
     *
     * @param dataHash the hash that came with the URL; the row gets it
     * @param title the title, or null for the file name that was asked for
     * @throws RefusedException if no such URL was asked for, nothing was sent to it, or its
     *     bytes are no image
     */
    public static DataRow singleImage(OpenDataset open, String dataHash, @Nullable String title) {
        return row(open, dataHash, title, FakeDataType.IMAGE, UploadKind.IMAGE);
    }

    /**
     * Takes in an uploaded image of which a group will be made. It gets no row.
     *
     * @throws RefusedException if no such URL was asked for, nothing was sent to it, or its
     *     bytes are no image
     */
    public static StoredObject groupImage(OpenDataset open, String dataHash) {
        Transaction tx = open.tx();
        Dataset dataset = uploadable(open);
        StoredObject object = HostedObjects.promised(tx.state(), dataset, dataHash, UploadKind.IMAGE);
        MediaRules.file(tx.state().choices(), FakeDataType.IMG_GROUP, object);
        StoredObject registered = object.asRegistered();
        tx.files(files -> files.withObject(registered));
        return registered;
    }

    private static DataRow row(
            OpenDataset open, String dataHash, @Nullable String title, FakeDataType type, UploadKind kind) {
        Transaction tx = open.tx();
        Dataset dataset = uploadable(open);
        DataRow existing = dataset.rows().get(dataHash);
        if (existing != null && existing.type() == type) {
            return existing;
        }
        StoredObject object = HostedObjects.promised(tx.state(), dataset, dataHash, kind);
        StoredFile file = MediaRules.file(tx.state().choices(), type, object);
        String name = title == null ? Objects.requireNonNullElse(object.title(), dataHash) : title;
        ItemBatch batch = open.batch();
        StorageItem item = new StorageItem(batch.itemFor(file), type, name, file, tx.now());
        SharedItem shared = SharedItem.fresh(item, open.place(batch).location(false), null, List.of());
        DataRow row = batch.addTo(dataset, shared, dataHash);
        batch.commit();
        return row;
    }

    private static Dataset uploadable(OpenDataset open) {
        Dataset dataset = open.dataset();
        HostedObjects.hosted(dataset);
        return dataset;
    }
}
