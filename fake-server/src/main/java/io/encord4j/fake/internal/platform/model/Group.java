package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A group of users of one organisation.
 *
 * @param hash names the group
 * @param organisation the organisation it belongs to
 * @param name as shown to users
 * @param description may be empty
 * @param createdAt when it was made
 * @param members hashes of its users
 */
public record Group(
        UUID hash, UUID organisation, String name, String description, Instant createdAt, Set<String> members) {

    /**
     * Copies the members.
     *
     * @param hash names the group
     * @param organisation the organisation it belongs to
     * @param name as shown to users
     * @param description may be empty
     * @param createdAt when it was made
     * @param members hashes of its users
     */
    public Group {
        members = Set.copyOf(members);
    }
}
