package io.encord4j.fake.junit;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestScope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server of the JVM, closed when all tests are over, or, if failed tests shall be looked at, when somebody has done so. */
@SuppressWarnings("deprecation")
final class SharedServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final FakeEncordServer server;
    private final boolean hold;
    private final List<TestScope> held = new CopyOnWriteArrayList<>();

    SharedServer(boolean acceptsUnknownSshKeys, boolean hold) {
        this.hold = hold;
        this.server = FakeEncordServer.builder()
                .choices(Choices.builder()
                        .acceptsUnknownSshKeys(acceptsUnknownSshKeys)
                        .build())
                .start();
    }

    FakeEncordServer server() {
        return server;
    }

    /** Takes over what a failed test had, if that is wanted. */
    boolean holds(TestScope scope) {
        return hold && held.add(scope);
    }

    @Override
    public void close() {
        List<String> worlds = held.stream()
                .flatMap(scope -> scope.worlds().stream())
                .map(FakeWorld::id)
                .filter(id -> !id.equals(server.defaultWorld().id()))
                .toList();
        if (!worlds.isEmpty()) {
            System.err.println("Tests have failed. " + server.url() + " shows their worlds " + worlds
                    + " until they are removed there, or this process is stopped.");
            awaitRemovalOf(worlds);
        }
        server.close();
    }

    private void awaitRemovalOf(List<String> worlds) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (worlds.stream().anyMatch(id -> server.world(id).isPresent())) {
                if (never.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
