package io.encord4j;

import java.util.UUID;

/**
 * An item that an upload made in a folder.
 *
 * @param itemUuid its id
 * @param title its name
 * @param itemType what it is
 */
public record UploadedItem(UUID itemUuid, String title, ItemType itemType) implements UploadResult {}
