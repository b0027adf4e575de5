package io.encord4j.fake;

import io.encord4j.fake.internal.control.ControlledServer;
import io.encord4j.fake.internal.control.IssuedCredentials;
import io.encord4j.fake.internal.dispatch.ServedWorld;
import io.encord4j.fake.internal.dispatch.Worlds;
import io.encord4j.fake.internal.storage.BlobStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the control endpoints do what the embedded API does, by the same means. */
record ControlledWorlds(Worlds worlds, WorldFactory factory, BlobStore blobs) implements ControlledServer {

    @Override
    public ServedWorld newWorld(@Nullable String id) {
        return factory.add(worlds, id == null ? factory.nextId() : id);
    }

    @Override
    public ServedWorld fork(ServedWorld original) {
        return factory.fork(worlds, original);
    }

    @Override
    public IssuedCredentials issue(ServedWorld world, String email) {
        FakeUser user = Issuing.to(world.world(), email);
        return new IssuedCredentials(
                user.hash(), user.email(), user.sshPrivateKey(), user.sshPublicKey(), user.bearerToken());
    }

    @Override
    public void seed(ServedWorld world, Map<String, @Nullable Object> seed) {
        factory.seeds().apply(world.world(), seed);
    }

    @Override
    public Map<String, @Nullable Object> export(ServedWorld world) {
        return factory.seeds().export(world.world());
    }

    @Override
    public long storedBytesInMemory() {
        return blobs.memoryUsed();
    }

    @Override
    public long storedFiles() {
        return blobs.filesHeld();
    }
}
