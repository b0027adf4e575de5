package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.User;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** The objects that signed URLs lead to: promised, filled, read. Signing the URLs is not done here. */
public final class HostedObjects {

    private static final String BUCKET = "cord-data/";
    private static final int MOST_IN_FOLDER = 100_000;
    private static final Set<UploadKind> SENT_TO_FOLDERS = EnumSet.of(
            UploadKind.IMAGE,
            UploadKind.VIDEO,
            UploadKind.AUDIO,
            UploadKind.NIFTI,
            UploadKind.PLAIN_TEXT,
            UploadKind.PDF,
            UploadKind.DICOM_FILE);

    private HostedObjects() {}

    /**
     * Promises objects in a dataset, as 2022 clients ask for them.
     *
     * @throws RefusedException if the dataset is not hosted
     */
    public static List<StoredObject> inDataset(OpenDataset open, UploadKind kind, List<String> titles) {
        hosted(open.dataset());
        Transaction tx = open.tx();
        List<StoredObject> objects = new ArrayList<>();
        for (String title : titles) {
            String dataHash = tx.newHash();
            objects.add(new StoredObject(
                    key(open.hash(), dataHash),
                    kind,
                    tx.newUuid(),
                    dataHash,
                    title,
                    open.hash(),
                    null,
                    null,
                    null,
                    false,
                    0));
        }
        objects.forEach(object -> tx.files(files -> files.withObject(object)));
        return objects;
    }

    /**
     * Promises objects to a user, as 2026 clients ask for them.
     *
     * @throws RefusedException if the number is below 1 or above the limit of the world
     */
    public static List<StoredObject> forUser(Transaction tx, User user, UploadKind kind, int count) {
        int most = tx.state().choices().maxSignedUrls();
        if (count < 1 || count > most) {
            throw RefusedException.invalid("count must be from 1 to " + most + ", but is " + count + ".");
        }
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID item = tx.newUuid();
            String dataHash = item.toString();
            objects.add(new StoredObject(
                    key(user.hash(), dataHash), kind, item, dataHash, null, null, user.hash(), null, null, false, 0));
        }
        objects.forEach(object -> tx.files(files -> files.withObject(object)));
        return objects;
    }

    /**
     * Promises places for files of a folder.
     *
     * @param folderUuid the folder
     * @param kind what they are for
     * @param count how many
     * @return the places
     * @throws RefusedException if the user may not add to the folder, or the kind or the count makes no sense
     */
    public static List<StoredObject> inFolder(Transaction tx, User user, UUID folderUuid, UploadKind kind, int count) {
        FolderAccess.filled(tx.state(), user, folderUuid);
        if (!SENT_TO_FOLDERS.contains(kind)) {
            throw RefusedException.invalid("Files of type " + kind.wireName() + " cannot be sent, only put together.");
        }
        if (count < 1 || count > MOST_IN_FOLDER) {
            throw RefusedException.invalid("count must be from 1 to " + MOST_IN_FOLDER + ", but is " + count + ".");
        }
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID item = tx.newUuid();
            String name = item.toString();
            objects.add(new StoredObject(
                    key(folderUuid.toString(), name),
                    kind,
                    item,
                    name,
                    null,
                    null,
                    user.hash(),
                    folderUuid,
                    null,
                    false,
                    0));
        }
        tx.files(files -> {
            PersistentMap.Builder<String, StoredObject> all = files.objects().builder();
            objects.forEach(object -> all.put(object.key(), object));
            return files.withObjects(all.build());
        });
        return objects;
    }

    /**
     * Finds the place that an upload may fill. To be asked before the bytes are taken in.
     *
     * @throws RefusedException if there is none, which is so after deletion
     */
    public static StoredObject place(PlatformState state, String key) {
        StoredObject object = state.files().objects().get(key);
        if (object == null) {
            throw RefusedException.notFound("There is no object " + Quoted.value(key) + ".");
        }
        return object;
    }

    /**
     * Fills an object. Until it is used, the last upload wins; afterwards only the same bytes are taken again.
     *
     * @return whether the object holds these bytes now; false if it has equal ones in use already
     * @throws RefusedException if there is no such object, or other bytes of it are in use
     */
    public static boolean fill(Transaction tx, String key, StoredObject.Content content) {
        StoredObject object = place(tx.state(), key);
        StoredObject.Content old = object.content();
        if (old != null && (object.uses() > 0 || object.registered())) {
            if (!old.blob().sha256().equals(content.blob().sha256())) {
                throw RefusedException.of(RefusalKind.EXISTS, "Other bytes of object " + key + " are in use already.");
            }
            return false;
        }
        tx.files(files -> files.withObject(object.filledWith(content)));
        return true;
    }

    /**
     * Reads an object.
     *
     * @throws RefusedException if there is no such object, or its bytes were never sent
     */
    public static StoredObject.Content read(PlatformState state, String key) {
        StoredObject.Content content = place(state, key).content();
        if (content == null) {
            throw RefusedException.notFound("Nothing was uploaded to object " + Quoted.value(key) + " yet.");
        }
        return content;
    }

    /** Finds what a 2022 client was promised under a hash. */
    static StoredObject promised(PlatformState state, Dataset dataset, String dataHash, UploadKind kind) {
        StoredObject object = state.files().objects().get(key(dataset.hash(), dataHash));
        if (object == null || object.kind() != kind) {
            throw RefusedException.notFound("No signed URL for " + kind.wireName() + " " + Quoted.value(dataHash)
                    + " was asked for in dataset " + dataset.hash() + ".");
        }
        return object;
    }

    static void hosted(Dataset dataset) {
        if (!dataset.location().isHosted()) {
            throw RefusedException.of(
                    RefusalKind.UPLOAD_NOT_SUPPORTED,
                    "Dataset " + dataset.hash() + " is of type " + dataset.location()
                            + ": its files stay in the customer's bucket, none can be uploaded.");
        }
    }

    /** Finds what was promised with an item: by a URL of the folder, or by one of the user's own. */
    static @Nullable StoredObject promised(
            PlatformState state, @Nullable UUID folder, @Nullable String owner, UUID item) {
        StoredObject ofFolder = folder == null ? null : find(state, key(folder.toString(), item.toString()));
        return ofFolder != null || owner == null ? ofFolder : find(state, key(owner, item.toString()));
    }

    static @Nullable StoredObject find(PlatformState state, String key) {
        return state.files().objects().get(key);
    }

    private static String key(String folder, String dataHash) {
        return BUCKET + folder + "/" + dataHash;
    }
}
