package io.encord4j.fake.internal.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a time.
 *
 * @param before the time must be less than this, or null
 * @param after the time must be greater than this, or null
 */
public record TimeFilter(@Nullable Instant before, @Nullable Instant after) {

    /** Any time. */
    public static final TimeFilter ANY = new TimeFilter(null, null);

    boolean accepts(Instant time) {
        return (before == null || time.isBefore(before)) && (after == null || time.isAfter(after));
    }
}
