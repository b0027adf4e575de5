package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Image groups as 2022 clients make and delete them. */
public final class ImageGroups {

    private ImageGroups() {}

    /**
     * Makes groups of registered images, one per image size if a video is made of them, else one.
     *
     * @param title the title of all groups, or null for one made up for each
     * @throws RefusedException if there are no images, one is named twice, or one is not
     *     registered
     */
    public static List<DataRow> create(
            OpenDataset open, List<String> imageHashes, @Nullable String title, boolean sequence) {
        Transaction tx = open.tx();
        List<GroupImage> images = images(tx, open.dataset(), imageHashes);
        if (tx.state().choices().reversesImageGroups()) {
            Collections.reverse(images);
        }
        List<List<GroupImage>> groups = sequence ? Resolutions.split(images, GroupImage::file) : List.of(images);
        ItemBatch batch = open.batch();
        Composition place = open.place(batch);
        List<DataRow> rows = new ArrayList<>();
        for (List<GroupImage> group : groups) {
            String name = title == null ? Titles.made(tx, tx.state().choices().imageGroupTitle()) : title;
            List<UUID> frames = place.frames(
                    FakeDataType.IMAGE,
                    group.stream().map(GroupImage::file).toList(),
                    group.stream().map(GroupImage::title).toList());
            StorageItem item = new StorageItem(
                    tx.newUuid(), FakeDataType.IMG_GROUP, name, new ImageGroup(group, sequence), tx.now());
            SharedItem shared = SharedItem.fresh(item, place.location(false), null, frames);
            rows.add(batch.addTo(open.dataset(), shared, tx.newHash()));
        }
        batch.commit();
        return rows;
    }

    /**
     * Deletes an image group. One that is not in the dataset is ignored, or refused if the world says so.
     *
     * @throws RefusedException if the group is not there and the world refuses that
     */
    public static void delete(OpenDataset open, String dataHash) {
        DataRow row = open.dataset().rows().get(dataHash);
        if (row != null && row.type() == FakeDataType.IMG_GROUP) {
            Rows.delete(open, List.of(dataHash));
        } else if (open.state().choices().refusesForeignImageGroups()) {
            throw RefusedException.notFound(
                    "There is no image group " + Quoted.value(dataHash) + " in dataset " + open.hash() + ".");
        }
    }

    private static List<GroupImage> images(Transaction tx, Dataset dataset, List<String> hashes) {
        if (hashes.isEmpty()) {
            throw RefusedException.invalid("An image group needs at least one image.");
        }
        Set<String> seen = new HashSet<>();
        List<GroupImage> images = new ArrayList<>();
        for (String hash : hashes) {
            StoredObject object = HostedObjects.promised(tx.state(), dataset, hash, UploadKind.IMAGE);
            if (!object.registered()) {
                throw RefusedException.notFound("Image " + hash + " was not registered.");
            }
            if (!seen.add(hash)) {
                throw RefusedException.invalid("Image " + hash + " is named twice.");
            }
            StoredFile file = MediaRules.file(tx.state().choices(), FakeDataType.IMG_GROUP, object);
            String name = Objects.requireNonNullElse(object.title(), hash);
            images.add(new GroupImage(hash, name, file, tx.now(), tx.now()));
        }
        return images;
    }
}
