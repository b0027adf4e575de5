package io.encord4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items that are to be shown together as one item.
 *
 * <pre>{@code
 * DataGroup noon = DataGroup.grid(items).withName("The dock at noon");
 * List<UUID> groups = storage.createDataGroups(folder, List.of(noon));
 * }</pre>
 */
public final class DataGroup {
    private final String layoutType;
    private final Object contents;
    private final @Nullable String name;
    private final @Nullable Map<String, @Nullable Object> layout;
    private final @Nullable Map<String, @Nullable Object> settings;
    private final @Nullable Map<String, @Nullable Object> clientMetadata;

    private DataGroup(
            String layoutType,
            Object contents,
            @Nullable String name,
            @Nullable Map<String, @Nullable Object> layout,
            @Nullable Map<String, @Nullable Object> settings,
            @Nullable Map<String, @Nullable Object> clientMetadata) {
        this.layoutType = layoutType;
        this.contents = contents;
        this.name = name;
        this.layout = layout;
        this.settings = settings;
        this.clientMetadata = clientMetadata;
    }

    /**
     * Shows items side by side.
     *
     * @param items the items in order, none of them a group
     * @return the group
     */
    public static DataGroup grid(List<UUID> items) {
        return new DataGroup("default-grid", Arguments.list(items, "items"), null, null, null, null);
    }

    /**
     * Shows one item after the other.
     *
     * @param items the items in order, none of them a group
     * @return the group
     */
    public static DataGroup carousel(List<UUID> items) {
        return new DataGroup("default-list", Arguments.list(items, "items"), null, null, null, null);
    }

    /**
     * Shows items as a layout says.
     *
     * @param items the items by the keys that the layout uses
     * @param layout the tiles, as the service documents them
     * @param settings how tiles behave, as the service documents it; null for the defaults
     * @return the group
     */
    public static DataGroup custom(
            Map<String, UUID> items,
            Map<String, ? extends @Nullable Object> layout,
            @Nullable Map<String, ? extends @Nullable Object> settings) {
        return new DataGroup(
                "custom",
                Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(items, "items"))),
                null,
                Arguments.json(layout, "layout"),
                settings == null ? null : Arguments.json(settings, "settings"),
                null);
    }

    /**
     * Names the group.
     *
     * @param groupName the name; the service makes one up without
     * @return a group with it
     */
    public DataGroup withName(String groupName) {
        return new DataGroup(
                layoutType, contents, Arguments.text(groupName, "groupName"), layout, settings, clientMetadata);
    }

    /**
     * Gives the group the caller's own data.
     *
     * @param metadata a JSON object: strings, numbers, booleans, nulls, lists and maps
     * @return a group with it
     */
    public DataGroup withClientMetadata(Map<String, ? extends @Nullable Object> metadata) {
        return new DataGroup(layoutType, contents, name, layout, settings, Arguments.json(metadata, "metadata"));
    }

    /** {@return the type of the layout, as the wire names it} */
    public String layoutType() {
        return layoutType;
    }

    /** {@return the items: a list of ids, or a map of ids by keys} */
    public Object contents() {
        return contents;
    }

    /** {@return the name; null for one that the service makes up} */
    public @Nullable String name() {
        return name;
    }

    /** {@return the tiles of a custom layout; null for others} */
    public @Nullable Map<String, @Nullable Object> layout() {
        return layout;
    }

    /** {@return how tiles behave; null for the defaults} */
    public @Nullable Map<String, @Nullable Object> settings() {
        return settings;
    }

    /** {@return the caller's own data; null for none} */
    public @Nullable Map<String, @Nullable Object> clientMetadata() {
        return clientMetadata;
    }
}
