package io.encord4j.conformance.ingestion;

import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.journal.JournalEntry;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Counts the exchanges that are over, and does something at one of them. */
final class Exchanges implements BiConsumer<String, JournalEntry> {
    private long over;
    private long due;
    private @Nullable Runnable action;

    @Override
    public synchronized void accept(String world, JournalEntry entry) {
        over++;
        notifyAll();
        Runnable now = action;
        if (now != null && over >= due) {
            action = null;
            now.run();
        }
    }

    /** Does something when so many more exchanges are over. */
    synchronized void after(int more, Runnable what) {
        due = over + more;
        action = what;
    }

    synchronized void forget() {
        action = null;
    }

    /** Waits until every exchange that has begun is over. */
    synchronized void awaitQuiet(FakeWorld world) throws InterruptedException {
        while (over < world.journal().lastSequence()) {
            wait();
        }
    }
}
