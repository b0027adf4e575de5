package io.encord4j;

/**
 * A connection of the service to a bucket of the user's own.
 *
 * @param id its id, needed to add private data
 * @param title its title
 */
public record CloudIntegration(String id, String title) {}
