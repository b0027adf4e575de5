package io.encord4j.fake.junit;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The world of one test, removed when the test is over. */
@SuppressWarnings("deprecation")
final class TestWorld implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final FakeWorld world;
    private @Nullable FakeUser user;
    private @Nullable FakeDataset dataset;

    TestWorld(FakeWorld world) {
        this.world = world;
    }

    FakeWorld world() {
        return world;
    }

    synchronized FakeUser user() {
        FakeUser known = user;
        if (known == null) {
            known = world.newUser("user@example.com");
            user = known;
        }
        return known;
    }

    synchronized FakeDataset dataset() {
        FakeDataset known = dataset;
        if (known == null) {
            known = world.newDataset(user(), "Seeded", "first.png", "second.png");
            dataset = known;
        }
        return known;
    }

    @Override
    public void close() {
        world.close();
    }
}
