package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * A connection of the service to a bucket of the user's own.
 *
 * @param id its id, needed to add private data
 * @param title its title; null when the service does not tell
 */
public record CloudIntegration(String id, @Nullable String title) {}
