package io.encord4j;

/**
 * What the service says about the API key of a client.
 *
 * @param title the title of the key
 * @param resourceType what the key opens, {@code dataset} or {@code project}
 */
public record ApiKeyMeta(String title, String resourceType) {}
