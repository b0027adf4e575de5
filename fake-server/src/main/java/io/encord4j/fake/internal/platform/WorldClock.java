package io.encord4j.fake.internal.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a world, for whatever takes a {@link Clock}. */
final class WorldClock extends Clock {

    private final World world;

    WorldClock(World world) {
        this.world = world;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A world has one time, in UTC; convert its instants instead.");
    }

    @Override
    public Instant instant() {
        return world.now();
    }
}
