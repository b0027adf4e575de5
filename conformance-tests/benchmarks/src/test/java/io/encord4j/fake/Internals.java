package io.encord4j.fake;

import io.encord4j.fake.internal.platform.World;

/** Lets benchmarks fill a world faster than its public API does. */
public final class Internals {

    private Internals() {}

    public static World platform(FakeWorld world) {
        return world.platform();
    }
}
