package io.encord4j.fake;

import io.encord4j.fake.internal.platform.model.PlatformState;

/** The state of a world at one moment, time included. It takes no copy, and never changes. */
public final class WorldSnapshot {

    private final PlatformState state;

    WorldSnapshot(PlatformState state) {
        this.state = state;
    }

    PlatformState state() {
        return state;
    }
}
