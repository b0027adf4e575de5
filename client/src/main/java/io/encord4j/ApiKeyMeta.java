package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * What the service says about the API key of a client.
 *
 * @param title the title of the key; null when the service does not tell
 * @param resourceType what the key opens, {@code dataset} or {@code project}; null when the service does not tell
 */
public record ApiKeyMeta(@Nullable String title, @Nullable String resourceType) {}
