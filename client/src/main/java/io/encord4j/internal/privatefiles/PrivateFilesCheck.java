package io.encord4j.internal.privatefiles;

import io.encord4j.InvalidPrivateFilesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a description against the documented limits, and names the first entry that breaks one. */
final class PrivateFilesCheck {
    private static final Set<String> SINGLES = Set.of("videos", "images", "audio");
    private static final Set<String> GROUPS = Set.of("image_groups", "dicom_series");
    private static final String NUMBERED = "objectUrl_";
    private static final int LONGEST_URL = 16 * 1024;
    private static final int MOST_URLS = 1_000_000;
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,6}");
    private static final int MOST_ITEMS = 500_000;

    private final boolean wholeOnly;
    private int items;
    private int urls;

    /**
     * Makes a check.
     *
     * @param wholeOnly whether only the limits of the whole count, since the service is to judge each entry
     */
    PrivateFilesCheck(boolean wholeOnly) {
        this.wholeOnly = wholeOnly;
    }

    void check(Map<String, @Nullable Object> files) {
        files.forEach((kind, value) -> {
            if (SINGLES.contains(kind) || GROUPS.contains(kind)) {
                entries(kind, value);
            }
        });
        if (isTrue(files.get("upsert_metadata")) && !isTrue(files.get("skip_duplicate_urls"))) {
            throw refusal(
                    "upsert_metadata",
                    "it has no effect without skip_duplicate_urls.",
                    "Set skip_duplicate_urls to true as well.");
        }
    }

    private void entries(String kind, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw refusal(kind, "it is not a list.", "Give a list of objects.");
        }
        int index = 0;
        for (Object element : list) {
            String place = kind + "[" + index++ + "]";
            count(place);
            if (!(element instanceof Map<?, ?> entry)) {
                throw refusal(
                        place, "it is not an object.", "Give an object with objectUrl, or objectUrl_0 and so on.");
            }
            if (SINGLES.contains(kind)) {
                single(place, entry);
            } else {
                group(place, entry);
            }
        }
    }

    private void single(String place, Map<?, ?> entry) {
        url(place + ".objectUrl", entry.get("objectUrl"));
    }

    private void group(String place, Map<?, ?> entry) {
        if (!wholeOnly && !(entry.get("title") instanceof String title && !title.isBlank())) {
            throw refusal(place + ".title", "a group or series needs a title.", "Give it one.");
        }
        TreeMap<Integer, Object> numbered = new TreeMap<>();
        entry.forEach((key, url) -> {
            if (key instanceof String name && name.startsWith(NUMBERED)) {
                numbered.put(number(place, name), url == null ? "" : url);
            }
        });
        if (!wholeOnly && (numbered.isEmpty() || numbered.lastKey() != numbered.size() - 1)) {
            throw refusal(
                    place,
                    "its URLs are not numbered from objectUrl_0 without gaps.",
                    "Number them objectUrl_0, objectUrl_1, objectUrl_2 and so on.");
        }
        numbered.forEach((position, url) -> url(place + "." + NUMBERED + position, url));
    }

    private int number(String place, String name) {
        String digits = name.substring(NUMBERED.length());
        if (!POSITION.matcher(digits).matches()) {
            throw refusal(place + "." + name, "it does not end with a position.", "Number the URLs from objectUrl_0.");
        }
        return Integer.parseInt(digits);
    }

    private void url(String place, @Nullable Object value) {
        if (++urls > MOST_URLS) {
            throw refusal(place, "it is URL number 1,000,001.", "Split the files; a million URLs is the limit.");
        }
        if (wholeOnly) {
            return;
        }
        if (!(value instanceof String url) || url.isEmpty()) {
            throw refusal(place, "there is no URL.", "Give the URL of the file within the bucket.");
        }
        if (url.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw refusal(place, "the URL holds white space.", "Write a blank as %20.");
        }
        if (url.length() > LONGEST_URL
                || (url.length() > LONGEST_URL / 4 && url.getBytes(StandardCharsets.UTF_8).length > LONGEST_URL)) {
            throw refusal(place, "the URL is longer than 16 KB.", "Give a shorter one.");
        }
    }

    private void count(String place) {
        if (++items > MOST_ITEMS) {
            throw refusal(place, "it is item number 500,001.", "Split the files; half a million items is the limit.");
        }
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static InvalidPrivateFilesException refusal(String place, String problem, String remedy) {
        return new InvalidPrivateFilesException(place, problem, remedy, null);
    }
}
