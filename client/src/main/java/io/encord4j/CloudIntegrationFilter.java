package io.encord4j;

import java.util.List;
import java.util.UUID;

/**
 * Which integrations to list. An integration is listed when it matches both the ids and the titles; an empty list matches everything.
 *
 * @param ids the ids wanted
 * @param titles the exact titles wanted
 * @param includeOrgAccess also those that are only visible through the organisation, for its administrators
 */
public record CloudIntegrationFilter(List<UUID> ids, List<String> titles, boolean includeOrgAccess) {
    /**
     * Keeps copies of the lists.
     *
     * @param ids the ids wanted
     * @param titles the exact titles wanted
     * @param includeOrgAccess also those of the organisation
     */
    public CloudIntegrationFilter {
        ids = List.copyOf(ids);
        titles = List.copyOf(titles);
    }

    /**
     * Everything that the caller may use.
     *
     * @return a filter that keeps everything
     */
    public static CloudIntegrationFilter all() {
        return new CloudIntegrationFilter(List.of(), List.of(), false);
    }

    /**
     * The integrations with some titles.
     *
     * @param titles the exact titles
     * @return the filter
     */
    public static CloudIntegrationFilter titled(String... titles) {
        return new CloudIntegrationFilter(List.of(), List.of(titles), false);
    }
}
