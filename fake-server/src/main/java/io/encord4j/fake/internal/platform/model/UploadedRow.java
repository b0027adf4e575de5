package io.encord4j.fake.internal.platform.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an upload made.
 *
 * @param dataHash names the row, or null if it made an item alone
 * @param title its title
 * @param itemUuid the storage item behind it
 */
public record UploadedRow(@Nullable String dataHash, String title, UUID itemUuid) {}
