package io.encord4j.fake.internal.platform.model;

import java.time.Instant;

/**
 * One image of an image group. It has no data row of its own.
 *
 * @param hash names the image
 * @param title the file name
 * @param file where it is
 * @param createdAt when it was registered
 * @param lastEditedAt when it was changed last
 */
public record GroupImage(String hash, String title, StoredFile file, Instant createdAt, Instant lastEditedAt) {}
