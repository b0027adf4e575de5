package io.encord4j.fake.internal.platform.model;

import java.time.Instant;

/**
 * One image of an image group. It has no data row of its own.
 *
 * @param lastEditedAt when it was changed last
 */
public record GroupImage(String hash, String title, StoredFile file, Instant createdAt, Instant lastEditedAt) {}
