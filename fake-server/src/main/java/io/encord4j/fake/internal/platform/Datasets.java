package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Making and finding datasets. */
public final class Datasets {

    /**
     * A dataset as a listing shows it.
     *
     * @param role what the caller may do as a member; null if only the organisation gives access
     */
    public record Listed(Dataset dataset, @Nullable Role role) {}

    private Datasets() {}

    /**
     * Makes a dataset, with the caller as its admin.
     *
     * @param description may be null
     * @throws RefusedException if the title is empty and the world does not take such
     */
    public static Dataset create(
            Transaction tx,
            User creator,
            String title,
            @Nullable String description,
            FakeStorageLocation location,
            boolean mirror) {
        if (title.isEmpty() && !tx.state().choices().emptyTitles()) {
            throw RefusedException.invalid("A dataset needs a title, but this one is empty.");
        }
        String hash = tx.newHash();
        UUID folder = mirror ? tx.newUuid() : null;
        Dataset dataset = Dataset.empty(hash, title, description, location, creator, folder, tx.now());
        tx.put(dataset);
        backing(tx, dataset, creator);
        return dataset;
    }

    /** Makes the folder that a mirror dataset shows: of its title, at the top level. */
    public static void backing(Transaction tx, Dataset dataset, User owner) {
        UUID folder = dataset.backingFolder();
        if (folder != null) {
            String description = dataset.description() == null ? "" : dataset.description();
            Folder.About about = new Folder.About(dataset.title(), description, null);
            StorageFolders.add(tx, folder, null, about, owner, dataset.hash(), null);
        }
    }

    /** Lists the datasets that a user can see, in the order they were made. */
    public static List<Listed> list(PlatformState state, User user, DatasetFilter filter, boolean organisationAccess) {
        return state.datasets().values().stream()
                .filter(filter.matcher(state.choices().likeIgnoresCase()))
                .map(dataset ->
                        new Listed(dataset, Access.role(state, user, dataset).orElse(null)))
                .filter(listed -> listed.role() != null
                        || (organisationAccess && Access.isOrganisationAdmin(user, listed.dataset())))
                .toList();
    }
}
