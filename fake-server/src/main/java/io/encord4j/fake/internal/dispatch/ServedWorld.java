package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.FaultRegistry;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.journal.Journal;

/**
 * A world with what surrounds it on a server.
 *
 * @param world the platform
 * @param journal what was asked of it
 * @param faults what shall go wrong in it
 */
public record ServedWorld(World world, Journal journal, FaultRegistry faults) {}
