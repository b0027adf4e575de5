package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.CloudSource;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Folders;
import io.encord4j.fake.internal.platform.model.Place;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** Making, finding and changing folders of the storage. */
public final class StorageFolders {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_PATCHES = 1000;

    /**
     * What to change of a folder or an item; null stays as it is.
     *
     * @param name the new name, or null
     * @param description the new description, or null; items have none
     * @param metadata the new metadata as a whole, or null
     */
    public record Patch(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable Object> metadata) {

        /** Refuses too many changes in one call. */
        static void checkAll(Collection<Patch> patches) {
            if (patches.size() > MOST_PATCHES) {
                throw RefusedException.invalid(
                        "One call can make at most " + MOST_PATCHES + " changes, not " + patches.size() + ".");
            }
        }

        void check() {
            if (name == null && description == null && metadata == null) {
                throw RefusedException.invalid("Nothing is given to change: give name, description or clientMetadata.");
            }
            if (name != null) {
                checkName(name);
            }
        }
    }

    /**
     * Which folders to list.
     *
     * @param search a part of the name in any case, or null
     * @param backing whether they back a mirror dataset, or null for both
     * @param organisationAccess whether all of the organisation are meant
     */
    public record Filter(@Nullable String search, @Nullable Boolean backing, boolean organisationAccess) {}

    private StorageFolders() {}

    /**
     * Makes a folder.
     *
     * @param creator who makes it
     * @param parent the folder to make it in, or null for the top level
     * @param about what to say of it
     * @param source what it mirrors if it is cloud-synced, or null
     * @return the folder
     * @throws RefusedException if the creator is no admin of the parent, or the name, the integration or the place in the
     *     bucket makes no sense
     */
    public static Folder create(
            Transaction tx, User creator, @Nullable UUID parent, Folder.About about, @Nullable CloudSource source) {
        if (parent != null) {
            FolderAccess.administered(tx.state(), creator, parent);
        }
        checkName(about.name());
        if (source != null) {
            CloudSyncs.check(tx.state(), source);
        }
        return add(tx, tx.newUuid(), parent, about, creator, null, source);
    }

    /** Adds a folder as it is. */
    static Folder add(
            Transaction tx,
            UUID uuid,
            @Nullable UUID parent,
            Folder.About about,
            User owner,
            @Nullable String dataset,
            @Nullable CloudSource source) {
        long number = tx.state().files().folders().lastNumber() + 1;
        Folder folder = Folder.empty(uuid, number, parent, about, owner, dataset, source, tx.now());
        put(tx, folder);
        return folder;
    }

    /**
     * Lists folders.
     *
     * @param parent the folder in which to look, or null for all of the storage
     * @param recursive whether to look on all levels; else only directly in the parent, or at the top level
     * @param filter which of them
     * @param page which page
     * @return the page
     * @throws RefusedException if the user has no access to the parent or to the whole organisation, or the page token is
     *     of another list
     */
    public static Page<Folder> list(
            PlatformState state, User user, @Nullable UUID parent, boolean recursive, Filter filter, PageRequest page) {
        Folders folders = state.files().folders();
        demandOrganisation(user, filter.organisationAccess());
        Stream<Folder> all;
        if (parent == null) {
            all = folders.byUuid().values().stream().filter(visible(state, user, filter.organisationAccess()));
            Predicate<Folder> seen = visible(state, user, filter.organisationAccess());
            all = recursive ? all : all.filter(folder -> isTop(folders, folder, seen));
        } else {
            FolderAccess.folder(state, user, parent);
            all = recursive ? folders.below(parent) : folders.in(parent);
        }
        Place after = page.after();
        Comparator<Place> order = page.order();
        var sorted = all.filter(matching(filter))
                .filter(folder -> after == null || order.compare(folder.place(), after) > 0)
                .sorted(Comparator.comparing(Folder::place, order))
                .iterator();
        return page.of(sorted, Folder::place);
    }

    /**
     * Changes folders, all or none.
     *
     * @param patches what to change, by folder
     * @return the folders after it
     * @throws RefusedException if the user is no admin of one, or a change makes no sense
     */
    public static List<Folder> patch(Transaction tx, User user, Map<UUID, Patch> patches) {
        Patch.checkAll(patches.values());
        patches.keySet().forEach(uuid -> FolderAccess.administered(tx.state(), user, uuid));
        patches.values().forEach(Patch::check);
        patches.forEach((uuid, patch) -> {
            Folder folder = FolderAccess.administered(tx.state(), user, uuid);
            Folder.About about = folder.about();
            Folder.About changed = new Folder.About(
                    Objects.requireNonNullElse(patch.name(), about.name()),
                    Objects.requireNonNullElse(patch.description(), about.description()),
                    patch.metadata() == null ? about.metadata() : patch.metadata());
            put(tx, folder.saying(changed, tx.now()));
        });
        return patches.keySet().stream()
                .map(uuid -> Objects.requireNonNull(tx.state().files().folders().find(uuid)))
                .toList();
    }

    /**
     * Moves folders, all or none. What comes below a backing folder becomes rows of its dataset.
     *
     * @param uuids the folders
     * @param target where they go, or null for the top level
     * @throws RefusedException if the user is no admin of one of them or of the target, one would come into itself, or its
     *     items would lose their rows in a mirror dataset
     */
    public static void move(Transaction tx, User user, List<UUID> uuids, @Nullable UUID target) {
        uuids.forEach(uuid -> FolderAccess.administered(tx.state(), user, uuid));
        if (target != null) {
            FolderAccess.administered(tx.state(), user, target);
        }
        Set<UUID> around = new HashSet<>();
        tx.state().files().folders().upwardsFrom(target).forEach(folder -> around.add(folder.uuid()));
        for (UUID uuid : uuids) {
            if (around.contains(uuid)) {
                throw RefusedException.invalid(
                        "Folder " + uuid + " cannot be moved into itself or into a folder below it.");
            }
        }
        uuids.stream().distinct().forEach(uuid -> move(tx, uuid, target));
    }

    private static void move(Transaction tx, UUID uuid, @Nullable UUID target) {
        Folder folder = Objects.requireNonNull(tx.state().files().folders().find(uuid));
        if (Objects.equals(folder.parent(), target)) {
            return;
        }
        Map<UUID, @Nullable String> before = mirrors(tx, folder);
        put(tx, folder.in(target, tx.now()));
        Map<UUID, @Nullable String> after = mirrors(tx, folder);
        ItemBatch batch = new ItemBatch(tx, tx.now());
        before.forEach((below, mirror) -> {
            String other = after.get(below);
            if (Objects.equals(mirror, other)) {
                return;
            }
            var items = Objects.requireNonNull(tx.state().files().folders().find(below))
                    .contents();
            if (mirror != null && !items.isEmpty()) {
                throw RefusedException.invalid("Folder " + below + " holds items of mirror dataset " + mirror
                        + ", which would lose its rows: move the items.");
            }
            items.byAge().forEach(place -> batch.follow(place.uuid(), mirror, other));
        });
        batch.commit();
    }

    private static Map<UUID, @Nullable String> mirrors(Transaction tx, Folder folder) {
        ItemBatch batch = new ItemBatch(tx, tx.now());
        Map<UUID, @Nullable String> mirrors = new HashMap<>();
        Stream.concat(Stream.of(folder), tx.state().files().folders().below(folder.uuid()))
                .forEach(below -> mirrors.put(below.uuid(), batch.mirrorOf(below.uuid())));
        return mirrors;
    }

    /**
     * Deletes an empty folder, and the promises to send files to it.
     *
     * @param uuid the folder
     * @throws RefusedException if the user is none of its admins, something is in it, or a mirror dataset needs it
     */
    public static void delete(Transaction tx, User user, UUID uuid) {
        Folder folder = FolderAccess.administered(tx.state(), user, uuid);
        Folders folders = tx.state().files().folders();
        if (folder.dataset() != null) {
            throw RefusedException.invalid(
                    "Folder " + uuid + " is the backing folder of dataset " + folder.dataset() + ": it stays.");
        }
        if (!folder.contents().isEmpty() || folders.in(uuid).findAny().isPresent()) {
            throw RefusedException.invalid("Folder " + uuid + " is not empty: delete or move what is in it first.");
        }
        // Parts that outlived their composed item are in no list, so nobody can be asked to delete them.
        ItemBatch batch = new ItemBatch(tx, tx.now());
        tx.state().files().items().values().stream()
                .filter(item -> uuid.equals(item.at().folder()))
                .forEach(item -> batch.remove(item.uuid(), true));
        batch.commit();
        PersistentMap.Builder<String, StoredObject> objects =
                tx.state().files().objects().builder();
        objects.values().removeIf(object -> uuid.equals(object.folder()) && object.uses() == 0);
        tx.files(files ->
                files.withObjects(objects.build()).withFolders(files.folders().without(folder)));
    }

    /** Puts a folder into the state, with its number. */
    static void put(Transaction tx, Folder folder) {
        tx.files(files -> files.withFolders(files.folders().with(folder)));
    }

    static void checkName(String name) {
        if (name.isEmpty()) {
            throw RefusedException.invalid("name must have from 1 to " + LONGEST_NAME + " characters, but has none.");
        }
        checkLength("name", name);
    }

    static void checkLength(String what, String name) {
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST_NAME) {
            throw RefusedException.invalid(
                    what + " must have at most " + LONGEST_NAME + " characters, but has " + length + ".");
        }
    }

    /** Whole organisations are shown to their administrators only. */
    static void demandOrganisation(User user, boolean wanted) {
        if (wanted && !user.organisationAdmin()) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED, "Only an organisation admin may use includeOrgAccess.");
        }
    }

    static Predicate<Folder> visible(PlatformState state, User user, boolean organisationAccess) {
        return folder -> (organisationAccess && FolderAccess.isOrganisationAdmin(user, folder))
                || FolderAccess.memberRole(state, user, folder).isPresent();
    }

    private static boolean isTop(Folders folders, Folder folder, Predicate<Folder> visible) {
        Folder parent = folders.find(folder.parent());
        return parent == null || !visible.test(parent);
    }

    private static Predicate<Folder> matching(Filter filter) {
        Predicate<String> name = named(filter.search());
        return folder -> name.test(folder.about().name())
                && (filter.backing() == null || filter.backing() == (folder.dataset() != null));
    }

    /** Looks for a part of a name, in any case. */
    static Predicate<String> named(@Nullable String search) {
        if (search == null || search.isEmpty()) {
            return name -> true;
        }
        String wanted = search.toLowerCase(Locale.ROOT);
        return name -> name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
