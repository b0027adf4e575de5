package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.UUID;

/** A way to a customer's bucket. */
public record CloudIntegration(UUID uuid, String title, FakeStorageLocation location) {}
