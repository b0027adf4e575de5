package io.encord4j;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why one unit (a video, an image, a group, a series) could not be added.
 *
 * @param objectUrls the URLs of the unit
 * @param error what went wrong; null when the service does not tell
 * @param subtaskUuid the id of the unit's own task; null when the service does not tell
 * @param actionDescription what was being done; null when the service does not tell
 */
public record UnitError(
        List<String> objectUrls,
        @Nullable String error,
        @Nullable UUID subtaskUuid,
        @Nullable String actionDescription) {
    /** Keeps a copy of the URLs. */
    public UnitError {
        objectUrls = List.copyOf(objectUrls);
    }

    /** Leaves out the queries of the URLs, where signatures stand. */
    @Override
    public String toString() {
        List<String> shown = objectUrls.stream()
                .map(url -> url.contains("?") ? url.substring(0, url.indexOf('?') + 1) + Redacted.mark(url) : url)
                .toList();
        return "UnitError[objectUrls=%s, error=%s, subtaskUuid=%s, actionDescription=%s]"
                .formatted(shown, error, subtaskUuid, actionDescription);
    }
}
