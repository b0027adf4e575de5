package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to be part of a group.
 *
 * @param link its object key or URL
 * @param title its name, or null for the last part of the link
 */
public record FileRef(String link, @Nullable String title) {}
