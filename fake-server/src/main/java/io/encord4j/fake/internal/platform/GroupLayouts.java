package io.encord4j.fake.internal.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Layouts of data groups as customers write them: in camelCase or snake_case, with or without what has a default. What comes
 * out is complete and in camelCase, since clients read it strictly.
 */
final class GroupLayouts {

    private static final Set<String> POSITIONS = Set.of("left", "right", "top", "bottom");
    private static final long SPLIT = 50;
    private static final long CAROUSEL = 20;

    private final Map<String, ?> members;

    /** Layouts that show these members. */
    GroupLayouts(Map<String, ?> members) {
        this.members = members;
    }

    /** A grid or a carousel; single tiles are found within grids only. */
    Map<String, @Nullable Object> layout(@Nullable Object json) {
        Map<String, @Nullable Object> part = object(json, "The layout");
        if ("data_unit".equals(part.get("type"))) {
            throw RefusedException.invalid("A data_unit must lie within a grid.");
        }
        return part(part);
    }

    private Map<String, @Nullable Object> part(Map<String, @Nullable Object> part) {
        Object type = part.get("type");
        Map<String, @Nullable Object> complete = new LinkedHashMap<>();
        if ("data_unit".equals(type)) {
            complete.put("type", type);
            complete.put("key", key(part.get("key")));
        } else if ("data_unit_list".equals(type) && part.get("keys") instanceof List<?> keys) {
            complete.put("type", type);
            complete.put("keys", keys.stream().map(this::key).toList());
            complete.put("carouselPosition", oneOf(part, "carouselPosition", "left", POSITIONS));
            complete.put("carouselSize", percentage(part, "carouselSize", CAROUSEL, 10, 70));
        } else if (type == null && part.containsKey("direction")) {
            complete.put("direction", oneOf(part, "direction", "", Set.of("row", "column")));
            complete.put("first", part(object(part.get("first"), "first")));
            complete.put("second", part(object(part.get("second"), "second")));
            complete.put("splitPercentage", percentage(part, "splitPercentage", SPLIT, 5, 95));
        } else {
            throw RefusedException.invalid("A layout is a grid with direction, first and second, or a data_unit_list"
                    + " with keys; within a grid also a data_unit with key.");
        }
        return complete;
    }

    /** The settings with all that is required; what is not known here stays as it is. */
    static Map<String, @Nullable Object> settings(@Nullable Map<String, @Nullable Object> json) {
        Map<String, @Nullable Object> settings = json == null ? new LinkedHashMap<>() : camelCase(json);
        flag(settings, "fixedLayout");
        if (settings.get("hasMultilayerLabels") != null) {
            flag(settings, "hasMultilayerLabels");
        }
        if (settings.get("tileSettings") != null) {
            Map<String, @Nullable Object> tiles = new LinkedHashMap<>();
            verbatim(settings.get("tileSettings"), "tileSettings").forEach((key, tile) -> tiles.put(key, tile(tile)));
            settings.put("tileSettings", tiles);
        }
        return settings;
    }

    private static Map<String, @Nullable Object> tile(@Nullable Object json) {
        Map<String, @Nullable Object> tile = object(json, "An entry of tileSettings");
        flag(tile, "isReadOnly");
        Object title = tile.get("title");
        if (title != null && !(title instanceof String)) {
            throw RefusedException.invalid("title in tileSettings must be a text.");
        }
        return tile;
    }

    private String key(@Nullable Object key) {
        if (!(key instanceof String name) || !members.containsKey(name)) {
            throw RefusedException.invalid(
                    "The layout names " + Quoted.value(String.valueOf(key)) + ", which is no key of layoutContents.");
        }
        return name;
    }

    private static void flag(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw RefusedException.invalid(name + " of a layout's settings must be true or false.");
        }
        object.put(name, Boolean.TRUE.equals(value));
    }

    private static String oneOf(Map<String, @Nullable Object> part, String name, String otherwise, Set<String> known) {
        Object value = part.get(name);
        if (value == null && known.contains(otherwise)) {
            return otherwise;
        }
        if (!(value instanceof String text) || !known.contains(text)) {
            throw RefusedException.invalid(name + " of a layout must be "
                    + String.join(" or ", known.stream().sorted().toList()) + ".");
        }
        return text;
    }

    private static Number percentage(
            Map<String, @Nullable Object> part, String name, long otherwise, int least, int most) {
        Object value = part.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number) || number.doubleValue() < least || number.doubleValue() > most) {
            throw RefusedException.invalid(name + " of a layout must be from " + least + " to " + most + ".");
        }
        return number;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object json, String what) {
        return camelCase(verbatim(json, what));
    }

    private static Map<String, @Nullable Object> verbatim(@Nullable Object json, String what) {
        if (!(json instanceof Map<?, ?> map)) {
            throw RefusedException.invalid(what + " must be an object.");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    private static Map<String, @Nullable Object> camelCase(Map<String, @Nullable Object> json) {
        Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
        json.forEach((key, value) -> renamed.put(camelCase(key), value));
        return renamed;
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
