package io.encord4j.fake.internal.platform;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a text.
 *
 * @param equal the whole text, or null
 * @param like a pattern of SQL LIKE for the whole text, or null
 */
public record TextFilter(@Nullable String equal, @Nullable String like) {

    /** Any text, and none. */
    public static final TextFilter ANY = new TextFilter(null, null);

    Predicate<@Nullable String> matcher(boolean ignoreCase) {
        LikePattern pattern = like == null ? null : LikePattern.of(like, ignoreCase);
        return text ->
                (equal == null || equal.equals(text)) && (pattern == null || (text != null && pattern.matches(text)));
    }
}
