package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.ItemEncoding;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.UUID;

/** Re-encoding of videos by their items. Nothing about the items changes. */
public final class ItemEncodings {

    private ItemEncodings() {}

    /**
     * Starts a re-encoding.
     *
     * @throws RefusedException if there is no such item, the user is no admin of its folder, or it is no video
     */
    public static ItemEncoding start(Transaction tx, User user, List<UUID> items) {
        for (SharedItem item : StorageItems.find(tx.state(), user, items)) {
            StorageItems.administered(tx.state(), user, item);
            if (item.item().kind() != UploadKind.VIDEO) {
                throw RefusedException.invalid("Item " + item.uuid() + " is no video.");
            }
        }
        ItemEncoding encoding = new ItemEncoding(
                tx.newUuid(), user.hash(), items, tx.now(), tx.state().reEncoding(), 0, null);
        put(tx, encoding);
        return encoding;
    }

    /**
     * Asks for a re-encoding, which counts as a poll: it may move time.
     *
     * @throws RefusedException if the user started no such re-encoding
     */
    public static ItemEncoding poll(Transaction tx, User user, UUID uuid) {
        ItemEncoding encoding = tx.state().files().folders().encodings().get(uuid);
        if (encoding == null || !encoding.startedBy().equals(user.hash())) {
            throw RefusedException.notFound("You started no re-encoding " + uuid + ".");
        }
        ItemEncoding polled = encoding.polled();
        put(tx, polled);
        return polled;
    }

    /**
     * Ends a re-encoding by hand.
     *
     * @throws RefusedException if there is no such re-encoding
     * @throws IllegalStateException if it has ended already
     */
    public static ItemEncoding end(Transaction tx, UUID uuid, ReEncodeTask.Action action) {
        ItemEncoding encoding = tx.state().files().folders().encodings().get(uuid);
        if (encoding == null) {
            throw RefusedException.notFound("There is no re-encoding " + uuid + " of items.");
        }
        ItemEncoding ended = encoding.end(action, tx.now());
        put(tx, ended);
        return ended;
    }

    private static void put(Transaction tx, ItemEncoding encoding) {
        tx.files(files -> files.withFolders(files.folders().with(encoding)));
    }
}
