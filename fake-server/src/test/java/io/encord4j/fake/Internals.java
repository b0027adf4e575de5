package io.encord4j.fake;

import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.PlatformState;

/** Lets tests look behind the public API of a world. */
public final class Internals {

    private Internals() {}

    public static World platform(FakeWorld world) {
        return world.platform();
    }

    public static PlatformState state(FakeWorld world) {
        return world.platform().observe();
    }
}
