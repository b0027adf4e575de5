package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the start of an upload job of which official clients always send everything: others may leave out lists, flags and
 * metadata.
 */
final class DefaultsOfDataItems<T> extends JsonAdapter<T> {

    private static final List<String> LISTS = List.of(
            "videos", "imageGroups", "dicomSeries", "images", "imageGroupsFromItems", "audio", "nifti", "text", "pdf");

    private final JsonAdapter<T> strict;

    DefaultsOfDataItems(JsonAdapter<T> strict) {
        this.strict = strict;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        Object json = new FreeFormJson().fromJson(reader);
        return strict.fromJson(new FreeFormJson().toJson(json instanceof Map<?, ?> body ? completed(body) : json));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) {
        throw new UnsupportedOperationException("Requests are only read here.");
    }

    private static Map<String, @Nullable Object> completed(Map<?, ?> body) {
        Map<String, @Nullable Object> complete = copy(body);
        complete.putIfAbsent("ignoreErrors", false);
        if (complete.get("dataItems") instanceof Map<?, ?> given) {
            Map<String, @Nullable Object> items = copy(given);
            items.putIfAbsent("skipDuplicateUrls", false);
            items.putIfAbsent("upsertMetadata", false);
            for (String list : LISTS) {
                Object entries = items.get(list);
                items.put(
                        list,
                        entries instanceof List<?> known
                                ? known.stream()
                                        .map(entry -> entry(list, entry))
                                        .toList()
                                : Objects.requireNonNullElse(entries, List.of()));
            }
            complete.put("dataItems", items);
        }
        return complete;
    }

    private static Object entry(String list, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> given)) {
            return Objects.requireNonNullElse(json, "null");
        }
        Map<String, @Nullable Object> entry = copy(given);
        entry.putIfAbsent("clientMetadata", Map.of());
        if (list.startsWith("imageGroups")) {
            entry.putIfAbsent("createVideo", false);
            entry.putIfAbsent("clusterByResolution", false);
        }
        return entry;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> json) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        json.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
