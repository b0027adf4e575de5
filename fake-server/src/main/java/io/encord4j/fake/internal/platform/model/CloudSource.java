package io.encord4j.fake.internal.platform.model;

import java.util.UUID;

/**
 * What a cloud-synced folder mirrors.
 *
 * @param integration the way to the bucket
 * @param remoteUrl the place in the bucket, which ends in a slash
 */
public record CloudSource(UUID integration, String remoteUrl) {}
