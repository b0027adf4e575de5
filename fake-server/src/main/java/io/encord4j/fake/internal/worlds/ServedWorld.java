package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.internal.faults.ArmedFaults;
import io.encord4j.fake.internal.journal.ExchangeJournal;
import io.encord4j.fake.internal.platform.World;

/** A world with its journal and its faults. */
public record ServedWorld(World world, ExchangeJournal journal, ArmedFaults faults) implements AutoCloseable {

    /** Goes back to the beginning, and forgets journal and faults. */
    public void reset() {
        world.reset();
        journal.clear();
        faults.clear();
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        world.close();
        journal.close();
    }
}
