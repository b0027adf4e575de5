package io.encord4j.fake.internal.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param results what is on the page
 * @param next the token of the page behind it, or null if it is the last one
 * @param <T> what is listed
 */
public record Page<T>(List<T> results, @Nullable String next) {

    public Page {
        results = List.copyOf(results);
    }
}
