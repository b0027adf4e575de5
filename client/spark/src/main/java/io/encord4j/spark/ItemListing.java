package io.encord4j.spark;

import io.encord4j.EncordStorage;
import io.encord4j.ItemFilter;
import io.encord4j.ItemType;
import io.encord4j.StorageItem;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringEndsWith;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;

/** The items of a storage folder. The service knows no windows of time for them, so they are one partition. */
final class ItemListing implements Listing<StorageItem> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int PAGE = 1000;

    private final Connection connection;
    private final UUID folder;
    private final boolean recursive;
    private @Nullable String search;
    private @Nullable List<String> types;

    ItemListing(Connection connection, UUID folder, boolean recursive) {
        this.connection = connection;
        this.folder = folder;
        this.recursive = recursive;
    }

    static ItemListing of(Options options, String folder) {
        for (String unknown : List.of("partitions", "createdFrom", "createdTo")) {
            if (options.find(unknown).isPresent()) {
                throw new IllegalArgumentException(
                        "The option \"%s\" is for datasets. The service divides no folder by time.".formatted(unknown));
            }
        }
        return new ItemListing(Connection.of(options), options.uuid("folder", folder), options.flag("recursive"));
    }

    @Override
    public String name() {
        return "encord folder " + folder;
    }

    @Override
    public List<Column<StorageItem>> columns() {
        return ItemColumns.ALL;
    }

    @Override
    public List<Windows.Window> windows() {
        return List.of(Windows.Window.ALL);
    }

    @Override
    public boolean accept(Filter filter) {
        if (filter instanceof EqualTo equal) {
            return equal.attribute().equals(ItemColumns.NAME)
                    ? search(String.valueOf(equal.value()))
                    : types(equal.attribute(), new Object[] {equal.value()});
        }
        if (filter instanceof In in) {
            return types(in.attribute(), in.values());
        }
        if (filter instanceof StringContains contains) {
            return contains.attribute().equals(ItemColumns.NAME) && search(contains.value());
        }
        if (filter instanceof StringStartsWith starts) {
            return starts.attribute().equals(ItemColumns.NAME) && search(starts.value());
        }
        return filter instanceof StringEndsWith ends
                && ends.attribute().equals(ItemColumns.NAME)
                && search(ends.value());
    }

    /** The service looks for a part of the name, in any case of letters, which is never less than what Spark lets through. */
    private boolean search(String text) {
        if (search == null && !text.isBlank()) {
            search = text;
            return true;
        }
        return false;
    }

    private boolean types(String attribute, Object[] values) {
        if (types == null && attribute.equals(ItemColumns.ITEM_TYPE) && values.length > 0) {
            types = List.of(values).stream().map(String::valueOf).toList();
            return true;
        }
        return false;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Stream<StorageItem> open(Windows.Window window, Set<String> columns) {
        ItemFilter.Builder filter =
                ItemFilter.builder().pageSize(PAGE).signUrls(columns.contains(ItemColumns.SIGNED_URL));
        if (search != null) {
            filter.search(search);
        }
        if (types != null) {
            filter.itemTypes(types.stream().map(ItemType::new).toList());
        }
        EncordStorage storage = ExecutorClient.of(connection).storage();
        return recursive ? storage.findItems(folder, filter.build()) : storage.listItems(folder, filter.build());
    }
}
