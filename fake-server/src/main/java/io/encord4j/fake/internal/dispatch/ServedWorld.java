package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.faults.ArmedFaults;
import io.encord4j.fake.internal.journal.ExchangeJournal;
import io.encord4j.fake.internal.platform.World;

/**
 * A world with what surrounds it on a server.
 *
 * @param world the platform
 * @param journal what was asked of it
 * @param faults what shall go wrong in it
 */
public record ServedWorld(World world, ExchangeJournal journal, ArmedFaults faults) {}
