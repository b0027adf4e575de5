package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Items that are shown together. */
public final class DataGroups {

    private static final String NAME = "data-group-";

    /**
     * A group to make.
     *
     * @param members item by the key that the layout calls it by
     * @param layout how they are shown
     * @param settings the settings of the layout, or null
     * @param name its name, or null for one that the platform makes up
     * @param metadata the customer's own data, or null
     */
    public record NewGroup(
            Map<String, UUID> members,
            Map<String, @Nullable Object> layout,
            @Nullable Map<String, @Nullable Object> settings,
            @Nullable String name,
            @Nullable Map<String, @Nullable Object> metadata) {}

    private DataGroups() {}

    /**
     * Makes groups, all or none.
     *
     * @return the items that they are, in order
     * @throws RefusedException if the user is no admin of the folder, sees no such item, or a group is empty, has groups in
     *     it, or a layout with unknown keys
     */
    public static List<UUID> create(Transaction tx, User user, UUID folder, List<NewGroup> groups) {
        FolderAccess.filled(tx.state(), user, folder);
        for (NewGroup group : groups) {
            check(tx, user, group);
        }
        ItemBatch batch = new ItemBatch(tx, tx.now());
        Composition place = new Composition(batch, tx.now(), folder, user.hash(), null);
        List<UUID> made = new ArrayList<>();
        for (NewGroup group : groups) {
            String name = group.name() == null ? Titles.made(tx, NAME) : group.name();
            DataGroup content = new DataGroup(
                    group.members(),
                    new GroupLayouts(group.members()).layout(group.layout()),
                    GroupLayouts.settings(group.settings()));
            StorageItem item = new StorageItem(tx.newUuid(), FakeDataType.GROUP, name, content, tx.now());
            List<UUID> members = List.copyOf(content.members().values());
            batch.add(SharedItem.fresh(item, place.location(false), group.metadata(), members));
            made.add(item.uuid());
        }
        batch.commit();
        return made;
    }

    /** Names items by their positions, as the default layouts do. */
    public static Map<String, UUID> numbered(List<UUID> items) {
        Map<String, UUID> members = new LinkedHashMap<>();
        items.forEach(item -> members.put(String.valueOf(members.size()), item));
        return members;
    }

    /** Shows items in a carousel. */
    public static Map<String, @Nullable Object> carousel(int count) {
        Map<String, @Nullable Object> tile = new LinkedHashMap<>();
        tile.put("type", "data_unit_list");
        tile.put("keys", keys(0, count));
        tile.put("carouselPosition", "left");
        tile.put("carouselSize", 20L);
        return tile;
    }

    /** Shows items in rows and columns, halving by turns. */
    public static Map<String, @Nullable Object> grid(int count) {
        return count < 2 ? carousel(count) : grid(0, count, "row");
    }

    private static Map<String, @Nullable Object> grid(int from, int to, String direction) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        if (to - from == 1) {
            part.put("type", "data_unit");
            part.put("key", String.valueOf(from));
            return part;
        }
        int middle = (from + to + 1) / 2;
        String across = direction.equals("row") ? "column" : "row";
        part.put("direction", direction);
        part.put("first", grid(from, middle, across));
        part.put("second", grid(middle, to, across));
        part.put("splitPercentage", 50L);
        return part;
    }

    private static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static void check(Transaction tx, User user, NewGroup group) {
        if (group.members().isEmpty()) {
            throw RefusedException.invalid("A data group needs at least one item in layoutContents.");
        }
        if (group.name() != null) {
            StorageFolders.checkName(group.name());
        }
        for (UUID member : group.members().values()) {
            if (FolderAccess.item(tx.state(), user, member).item().kind() == UploadKind.GROUP) {
                throw RefusedException.invalid("Item " + member + " is a data group itself.");
            }
        }
    }
}
