package io.encord4j.fake.internal.platform.model;

import java.util.List;
import java.util.UUID;

/**
 * Why one unit of an upload job failed.
 *
 * @param links its object keys or URLs
 * @param error what is wrong, in words
 * @param action what the platform was doing, in words
 */
public record UnitError(List<String> links, String error, UUID subtask, String action) {

    public UnitError {
        links = List.copyOf(links);
    }
}
