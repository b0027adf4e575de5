package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.dispatch.ServedWorld;
import io.encord4j.fake.internal.dispatch.Worlds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nothing to control, where only the routing table is looked at. */
final class NoServer implements ControlledServer {

    @Override
    public Worlds worlds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServedWorld newWorld(@Nullable String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServedWorld fork(ServedWorld original) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedCredentials issue(ServedWorld world, String email) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seed(ServedWorld world, Map<String, @Nullable Object> seed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, @Nullable Object> export(ServedWorld world) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long storedBytesInMemory() {
        return 0;
    }

    @Override
    public long storedFiles() {
        return 0;
    }
}
