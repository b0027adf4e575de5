package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A storage item as it is now: where it lies, what people say of it, and what uses it.
 *
 * @param item what it is
 * @param at where it lies
 * @param about what people say of it
 * @param rows the data rows that link it
 * @param children the items that it is composed of, in order
 * @param groups the composed items that it is a part of
 * @param tombstone whether its file is gone from the bucket of a cloud-synced folder
 */
public record SharedItem(
        StorageItem item,
        Location at,
        About about,
        List<RowRef> rows,
        List<UUID> children,
        List<UUID> groups,
        boolean tombstone) {

    /**
     * Where an item lies.
     *
     * @param folder the folder; null for what came by calls that know no folders
     * @param number items made later have a greater one
     * @param frame whether it came as a part of a composed item, so that no list shows it
     * @param owner hash of the user who added it, or null
     * @param integration the way to its bucket, or null if the platform hosts it
     */
    public record Location(
            @Nullable UUID folder,
            long number,
            boolean frame,
            @Nullable String owner,
            @Nullable UUID integration) {}

    /**
     * What people say of an item.
     *
     * @param name its name
     * @param metadata the customer's own data, or null if never set
     * @param editedAt when name, metadata or folder changed last
     */
    public record About(String name, @Nullable Map<String, @Nullable Object> metadata, Instant editedAt) {

        public About {
            if (metadata != null) {
                metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
            }
        }
    }

    public SharedItem {
        rows = List.copyOf(rows);
        children = List.copyOf(children);
        groups = List.copyOf(groups);
    }

    /**
     * Makes an item that nothing uses.
     *
     * @param item what it is
     * @param at where it lies
     * @param metadata the customer's own data, or null
     * @param children the items that it is composed of, in order
     * @return the item
     */
    public static SharedItem fresh(
            StorageItem item, Location at, @Nullable Map<String, @Nullable Object> metadata, List<UUID> children) {
        About about = new About(item.title(), metadata, item.createdAt());
        return new SharedItem(item, at, about, List.of(), children, List.of(), false);
    }

    /**
     * Names the item.
     *
     * @return its id
     */
    public UUID uuid() {
        return item.uuid();
    }

    /**
     * Tells where it stands in the lists of its folder.
     *
     * @return its place
     */
    public Place place() {
        return new Place(about.name(), at.number(), item.uuid());
    }

    /**
     * Adds a row.
     *
     * @return the same item with one more use
     */
    public SharedItem linkedBy(RowRef row) {
        return new SharedItem(item, at, about, with(rows, row), children, groups, tombstone);
    }

    /**
     * Takes a row away.
     *
     * @return the same item with one use less
     */
    public SharedItem unlinkedBy(RowRef row) {
        return new SharedItem(item, at, about, without(rows, row), children, groups, tombstone);
    }

    /**
     * Becomes a part.
     *
     * @param group the composed item
     * @return the same item, a part of it
     */
    public SharedItem partOf(UUID group) {
        return new SharedItem(item, at, about, rows, children, with(groups, group), tombstone);
    }

    /**
     * Ceases to be a part.
     *
     * @param group the composed item
     * @return the same item, not a part of it
     */
    public SharedItem notPartOf(UUID group) {
        return new SharedItem(item, at, about, rows, children, without(groups, group), tombstone);
    }

    /**
     * Loses a part.
     *
     * @param child the part
     * @param content what is left
     * @return the same item without the part
     */
    public SharedItem without(UUID child, ItemContent content) {
        List<UUID> left = new ArrayList<>(children);
        left.removeIf(child::equals);
        return new SharedItem(item.holding(content), at, about, rows, left, groups, tombstone);
    }

    /**
     * Says something else of it.
     *
     * @param changed what people say of it
     * @return the same item under it
     */
    public SharedItem saying(About changed) {
        return new SharedItem(item, at, changed, rows, children, groups, tombstone);
    }

    /**
     * Moves it.
     *
     * @param folder where it lies from now on
     * @param when the time
     * @return the same item there, edited then
     */
    public SharedItem in(UUID folder, Instant when) {
        Location there = new Location(folder, at.number(), at.frame(), at.owner(), at.integration());
        About edited = new About(about.name(), about.metadata(), when);
        return new SharedItem(item, there, edited, rows, children, groups, tombstone);
    }

    /**
     * Replaces its content.
     *
     * @param content what it holds from now on
     * @param integration the way to its bucket, or null
     * @return the same item with it
     */
    public SharedItem holding(ItemContent content, @Nullable UUID integration) {
        Location there = new Location(at.folder(), at.number(), at.frame(), at.owner(), integration);
        return new SharedItem(item.holding(content), there, about, rows, children, groups, tombstone);
    }

    /**
     * Holds another file in the place of a part.
     *
     * @param file what the part is from now on
     * @return the same item with it
     */
    public SharedItem holdingPart(UUID part, StoredFile file) {
        ItemContent changed = item.content();
        for (int i = 0; i < children.size(); i++) {
            changed = children.get(i).equals(part) ? changed.with(i, file) : changed;
        }
        return new SharedItem(item.holding(changed), at, about, rows, children, groups, tombstone);
    }

    /**
     * Loses its file, or gets it back.
     *
     * @param gone whether the file is gone
     * @return the same item
     */
    public SharedItem buried(boolean gone) {
        return new SharedItem(item, at, about, rows, children, groups, gone);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> without(List<T> list, T less) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(less);
        return shorter;
    }
}
