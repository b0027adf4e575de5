package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One entry of private-files JSON: typed access to its keys, refusing what is of the wrong type. */
final class PrivateEntry {

    private static final String NUMBERED = "objectUrl_";
    private static final int MOST_DIGITS = 9;

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    PrivateEntry(Map<?, ?> json) {
        json.forEach((key, value) -> values.put(String.valueOf(key), value));
    }

    String url() {
        String url = text("objectUrl");
        if (url == null) {
            throw RefusedException.invalid("An entry has no objectUrl.");
        }
        PrivateUrls.check(url);
        return url;
    }

    /** The files of a group, by their numbers: {@code objectUrl_10} follows {@code objectUrl_9}. */
    List<FileRef> numberedUrls() {
        Map<Integer, String> byNumber = new TreeMap<>();
        for (String key : values.keySet()) {
            if (!key.startsWith(NUMBERED)) {
                continue;
            }
            String url = text(key);
            if (url == null || byNumber.put(position(key), url) != null) {
                throw RefusedException.invalid(Quoted.value(key) + (url == null ? " is null." : " is there twice."));
            }
            PrivateUrls.check(url);
        }
        if (byNumber.isEmpty()) {
            throw RefusedException.invalid("A group has no files; they are called objectUrl_0, objectUrl_1 and so on.");
        }
        return byNumber.values().stream().map(url -> new FileRef(url, null)).toList();
    }

    /** Whatever looks like a URL, for messages about an entry that cannot be used. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        values.forEach((key, value) -> {
            if (key.startsWith("objectUrl") && value instanceof String link) {
                links.add(link);
            }
        });
        return links;
    }

    @Nullable
    String text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw RefusedException.invalid(Quoted.value(key) + " must be a string.");
    }

    String requiredTitle() {
        String title = text("title");
        if (title == null) {
            throw RefusedException.invalid("A group of files needs a title.");
        }
        return title;
    }

    boolean flag(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw RefusedException.invalid(Quoted.value(key) + " must be true or false.");
    }

    @Nullable
    Map<String, @Nullable Object> metadata() {
        return object("clientMetadata");
    }

    MediaFacts facts() {
        PrivateEntry declared = declared();
        return declared == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(
                        declared.text("mimeType"),
                        declared.integer("width"),
                        declared.integer("height"),
                        declared.decimal("duration"),
                        declared.decimal("fps"),
                        null);
    }

    @Nullable
    Long size() {
        PrivateEntry declared = declared();
        Number size = declared == null ? null : declared.amount("fileSize");
        return size == null ? null : (Long) size.longValue();
    }

    private @Nullable PrivateEntry declared() {
        Map<String, @Nullable Object> video = object("videoMetadata");
        Map<String, @Nullable Object> found = video == null ? object("imageMetadata") : video;
        return found == null ? null : new PrivateEntry(found);
    }

    private @Nullable Integer integer(String key) {
        Number value = amount(key);
        return value == null ? null : (Integer) value.intValue();
    }

    private @Nullable Double decimal(String key) {
        Number value = amount(key);
        return value == null ? null : (Double) value.doubleValue();
    }

    private @Nullable Map<String, @Nullable Object> object(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return new PrivateEntry(map).values;
        }
        throw RefusedException.invalid(Quoted.value(key) + " must be an object.");
    }

    private @Nullable Number amount(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Number) {
            return (Number) value;
        }
        throw RefusedException.invalid(Quoted.value(key) + " must be a number.");
    }

    private static int position(String key) {
        String digits = key.substring(NUMBERED.length());
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RefusedException.invalid(Quoted.value(key) + " does not end in a number.");
        }
        return Integer.parseInt(digits);
    }
}
