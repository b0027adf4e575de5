package io.encord4j;

import java.time.Instant;
import java.util.UUID;

/**
 * A group of users of the organisation.
 *
 * @param groupHash its id
 * @param name its name
 * @param description its description, which may be empty
 * @param createdAt when it was made
 */
public record Group(UUID groupHash, String name, String description, Instant createdAt) {}
