package io.encord4j.fake.internal.platform.model;

import java.util.UUID;

/**
 * A row that an upload made.
 *
 * @param itemUuid the storage item behind it
 */
public record UploadedRow(String dataHash, String title, UUID itemUuid) {}
