package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A group of users of one organisation.
 *
 * @param organisation the organisation it belongs to
 * @param description may be empty
 */
public record Group(
        UUID hash, UUID organisation, String name, String description, Instant createdAt, Set<String> members) {

    public Group {
        members = Set.copyOf(members);
    }
}
