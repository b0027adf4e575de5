package io.encord4j.fake;

import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one test uses of a server that it shares with others. The worlds that it makes through {@link #server()}, forks
 * included, belong to it, and so does the default world once it asks for it. The JUnit extension has one for each test;
 * an extension for another test framework is a few lines around it. Safe for use by many threads.
 */
public final class TestScope implements AutoCloseable {

    private final FakeEncordServer server;
    private final Set<ServedWorld> used = new LinkedHashSet<>();

    TestScope(FakeEncordServer shared) {
        this.server = shared.seenBy(this::use, this::close);
    }

    /**
     * Gives the server as the test shall see it.
     *
     * @return the shared server; to close it closes this scope only
     */
    public FakeEncordServer server() {
        return server;
    }

    /**
     * Lists what belongs to the test.
     *
     * @return the worlds, in the order in which it made them or asked for them
     */
    public synchronized List<FakeWorld> worlds() {
        return used.stream().map(server::handle).toList();
    }

    /**
     * Lists the faults that were armed in these worlds and never struck.
     *
     * @return their receipts
     */
    public List<FaultReceipt> unfired() {
        return worlds().stream()
                .flatMap(world -> world.faults().unfired().stream())
                .toList();
    }

    /** Removes the worlds of the test. The default world stays; it goes back to its beginning. */
    @Override
    public void close() {
        worlds().forEach(world -> {
            world.close();
            if (server.isDefault(world)) {
                world.reset();
            }
        });
        synchronized (this) {
            used.clear();
        }
    }

    private synchronized void use(ServedWorld world) {
        used.add(world);
    }
}
