package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.UUID;

/**
 * A way to a customer's bucket.
 *
 * @param uuid names the integration
 * @param title as shown to users
 * @param location the kind of bucket
 */
public record CloudIntegration(UUID uuid, String title, FakeStorageLocation location) {}
