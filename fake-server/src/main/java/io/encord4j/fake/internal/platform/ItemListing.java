package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.FolderContents;
import io.encord4j.fake.internal.platform.model.Folders;
import io.encord4j.fake.internal.platform.model.Place;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/**
 * Lists of items. The sorted contents of folders are merged as they are read, from the place where the page before ended:
 * the cost of a page does not depend on how many items there are, unless a filter leaves most of them out.
 */
public final class ItemListing {

    /**
     * Which items to list.
     *
     * @param search a part of the name in any case, or null
     * @param linked whether data rows link them, or null for both
     * @param kinds any of these, or all if it is empty
     * @param organisationAccess whether all of the organisation are meant
     */
    public record Filter(
            @Nullable String search, @Nullable Boolean linked, Set<UploadKind> kinds, boolean organisationAccess) {

        public Filter {
            kinds = Set.copyOf(kinds);
        }
    }

    private ItemListing() {}

    /**
     * Lists items, parts of composed ones left out.
     *
     * @param folder the folder in which to look, or null for all of the storage
     * @param recursive whether to look in the folders below it too
     * @param filter which of them
     * @param page which page
     * @return the page
     * @throws RefusedException if the user has no access to the folder or to the whole organisation, or the page token is
     *     of another list
     */
    public static Page<SharedItem> list(
            PlatformState state, User user, @Nullable UUID folder, boolean recursive, Filter filter, PageRequest page) {
        StorageFolders.demandOrganisation(user, filter.organisationAccess());
        Stream<Folder> folders = folders(state, user, folder, recursive, filter);
        Place after = page.after();
        Predicate<SharedItem> wanted = matching(filter);
        Iterator<SharedItem> items = merged(folders, after, page)
                .map(place -> Objects.requireNonNull(state.files().items().get(place.uuid())))
                .filter(wanted)
                .iterator();
        return page.of(items, SharedItem::place);
    }

    private static Stream<Folder> folders(
            PlatformState state, User user, @Nullable UUID folder, boolean recursive, Filter filter) {
        Folders all = state.files().folders();
        if (folder == null) {
            return all.byUuid().values().stream()
                    .filter(StorageFolders.visible(state, user, filter.organisationAccess()));
        }
        Stream<Folder> here = Stream.of(FolderAccess.folder(state, user, folder));
        return recursive ? Stream.concat(here, all.below(folder)) : here;
    }

    /** A list of which the first entry is known. */
    private record Begun(Place first, Iterator<Place> rest) {}

    private static Stream<Place> merged(Stream<Folder> folders, @Nullable Place after, PageRequest page) {
        PriorityQueue<Begun> open = new PriorityQueue<>(Comparator.comparing(Begun::first, page.order()));
        folders.map(folder -> behind(folder.contents(), after, page)).forEach(list -> begin(list, open));
        Iterator<Place> places = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !open.isEmpty();
            }

            @Override
            public Place next() {
                Begun least = open.remove();
                begin(least.rest(), open);
                return least.first();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(places, Spliterator.ORDERED), false);
    }

    private static void begin(Iterator<Place> list, PriorityQueue<Begun> open) {
        if (list.hasNext()) {
            open.add(new Begun(list.next(), list));
        }
    }

    private static Iterator<Place> behind(FolderContents contents, @Nullable Place after, PageRequest page) {
        TreePSet<Place> sorted = page.byAge() ? contents.byAge() : contents.byName();
        if (page.descending()) {
            return (after == null ? sorted : sorted.headSet(after, false)).descendingIterator();
        }
        return (after == null ? sorted : sorted.tailSet(after, false)).iterator();
    }

    private static Predicate<SharedItem> matching(Filter filter) {
        Predicate<String> name = StorageFolders.named(filter.search());
        return item -> name.test(item.about().name())
                && (filter.linked() == null || filter.linked() == !item.rows().isEmpty())
                && (filter.kinds().isEmpty()
                        || filter.kinds().contains(item.item().kind()));
    }
}
