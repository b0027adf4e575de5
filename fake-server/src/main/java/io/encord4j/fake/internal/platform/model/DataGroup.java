package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items that are shown together. They are items of their own, so the group has no files.
 *
 * @param members item by the key that the layout calls it by, in order
 * @param layout how they are shown, a tree of tiles
 * @param settings the settings of the layout
 */
public record DataGroup(
        Map<String, UUID> members, Map<String, @Nullable Object> layout, Map<String, @Nullable Object> settings)
        implements ItemContent {

    public DataGroup {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Takes an item away.
     *
     * @param item names the item
     * @return without it; the layout stays as it is
     */
    public DataGroup without(UUID item) {
        Map<String, UUID> left = new LinkedHashMap<>(members);
        left.values().removeIf(item::equals);
        return new DataGroup(left, layout, settings);
    }

    @Override
    public DataGroup with(int index, StoredFile file) {
        throw new IllegalStateException("A data group has no files.");
    }

    @Override
    public List<StoredFile> files() {
        return List.of();
    }

    @Override
    public FakeStorageLocation location() {
        return FakeStorageLocation.CORD_STORAGE;
    }
}
