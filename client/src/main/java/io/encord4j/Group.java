package io.encord4j;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of users of the organisation.
 *
 * @param groupHash its id
 * @param name its name; null when the service does not tell
 * @param description its description, which may be empty; null when the service does not tell
 * @param createdAt when it was made; null when the service does not tell
 */
public record Group(
        UUID groupHash,
        @Nullable String name,
        @Nullable String description,
        @Nullable Instant createdAt) {}
