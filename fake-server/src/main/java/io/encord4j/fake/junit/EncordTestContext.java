package io.encord4j.fake.junit;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What one test has of the fake: made when it is first asked for, and closed with the test. Safe for use by many threads.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes only its own interface, later ones prefer the other.
public final class EncordTestContext implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final SharedServer shared;
    private final TestScope scope;
    private final TestSettings settings;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Deque<AutoCloseable> closedWithTest = new ArrayDeque<>();
    private boolean failed;

    EncordTestContext(SharedServer shared, TestSettings settings) {
        this.shared = shared;
        this.scope = shared.server().testScope();
        this.settings = settings;
    }

    /**
     * Gives the server.
     *
     * @return the server of the JVM, as this test sees it
     */
    public FakeEncordServer server() {
        return scope.server();
    }

    /**
     * Gives the world of the test.
     *
     * @return always the same world
     */
    public FakeWorld world() {
        return part(FakeWorld.class, () -> settings.prepare(server().newWorld()));
    }

    /**
     * Gives a user of the world.
     *
     * @return always the same user
     */
    public FakeUser user() {
        return part(FakeUser.class, () -> world().newUser("user@example.com"));
    }

    /**
     * Gives a dataset of the user, with two images.
     *
     * @return always the same dataset
     */
    public FakeDataset dataset() {
        return part(FakeDataset.class, () -> world().newDataset(user(), "Seeded", "first.png", "second.png"));
    }

    /**
     * Gives something else of which a test has one, and makes it if need be. If it is {@link AutoCloseable} it is closed
     * with the test, before what was made earlier.
     *
     * @param <T> its type
     * @param type its type
     * @param made makes it
     * @return always the same one
     */
    public synchronized <T> T part(Class<T> type, Supplier<T> made) {
        Object known = parts.get(type);
        if (known == null) {
            known = made.get();
            parts.put(type, known);
            if (known instanceof AutoCloseable closeable && !(known instanceof FakeWorld)) {
                closedWithTest.push(closeable);
            }
        }
        return type.cast(known);
    }

    TestScope scope() {
        return scope;
    }

    synchronized boolean hasFailed() {
        return failed;
    }

    /** Says what the worlds of a failed test saw. */
    synchronized String explain() {
        failed = true;
        return report();
    }

    String report() {
        String faults =
                scope.unfired().stream().map(receipt -> "\n  " + receipt).collect(Collectors.joining());
        String journals = scope.worlds().stream()
                .map(world -> "Journal of " + world.id() + ", which is at " + server().url() + "/#" + world.id()
                        + " while the server runs (-Dencord4j.fake.hold=true keeps it):\n" + world.journal())
                .collect(Collectors.joining("\n"));
        return (faults.isEmpty() ? "" : "Faults were armed and never struck:" + faults + "\n") + journals;
    }

    /** Closes everything that was made for the test, whatever fails meanwhile. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable closeable : closedWithTest) {
            try {
                closeable.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!(hasFailed() && shared.holds(scope))) {
            scope.close();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Not everything of the test could be closed.", failures.get(0));
        }
    }
}
