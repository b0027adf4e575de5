package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * An object in a bucket that cloud-synced folders mirror.
 *
 * @param path its path below the place that is mirrored
 * @param size bytes, or null if unknown
 */
public record BucketObject(String path, @Nullable Long size) {}
