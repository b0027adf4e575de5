package io.encord4j.fake;

import io.encord4j.fake.internal.dispatch.Pauses;
import io.encord4j.fake.internal.http.HttpServer;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Timer;
import io.encord4j.fake.internal.worlds.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The dataset part of the Encord API, in memory, on a port of this machine. Any number of servers can run in a JVM, and
 * any number of worlds in a server. For example:
 *
 * <pre>{@code
 * try (FakeEncordServer server = FakeEncordServer.start()) {
 *     FakeUser alice = server.defaultWorld().newUser("alice@example.com");
 *     // let a client use server.url() with alice.sshPrivateKey()
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class FakeEncordServer implements AutoCloseable {

    private final HttpServer http;
    private final Worlds worlds;
    private final BlobStore blobs;
    private final Runnable closing;
    private final Consumer<ServedWorld> users;

    FakeEncordServer(HttpServer http, Worlds worlds, BlobStore blobs, Pauses pauses, Timer timer) {
        this(http, worlds, blobs, world -> {}, () -> {
            pauses.close();
            worlds.all().forEach(ServedWorld::close);
            http.close();
            timer.close();
            blobs.close();
        });
    }

    private FakeEncordServer(
            HttpServer http, Worlds worlds, BlobStore blobs, Consumer<ServedWorld> users, Runnable closing) {
        this.http = http;
        this.worlds = worlds;
        this.blobs = blobs;
        this.users = users;
        this.closing = closing;
    }

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @return the server, which answers already
     * @throws FakeServerStartException if it cannot start
     */
    public static FakeEncordServer start() {
        return builder().start();
    }

    /**
     * Prepares a server.
     *
     * @return a builder with the defaults of {@link #start()}
     */
    public static FakeEncordServerBuilder builder() {
        return new FakeEncordServerBuilder();
    }

    /**
     * Tells where the server is.
     *
     * @return scheme, host and port, for example {@code http://127.0.0.1:41234}: the domain to give to a client
     */
    public String url() {
        return http.url();
    }

    /**
     * Tells the port.
     *
     * @return the port that the server listens on
     */
    public int port() {
        return http.port();
    }

    /**
     * Gives the world of everybody who belongs to no other.
     *
     * @return the default world
     */
    public FakeWorld defaultWorld() {
        return used(worlds.defaultWorld());
    }

    /**
     * Makes a world with a name of its own. Only credentials made in it lead to it.
     *
     * @return a world with three cloud integrations and nobody in it
     */
    public FakeWorld newWorld() {
        return used(worlds.create());
    }

    /**
     * Makes a world.
     *
     * @param id names it: up to 200 letters, digits, {@code .}, {@code _} and {@code -}
     * @return a world with three cloud integrations and nobody in it
     * @throws IllegalArgumentException if there is such a world, or the name has other characters
     */
    public FakeWorld newWorld(String id) {
        return used(worlds.create(id));
    }

    /**
     * Finds a world.
     *
     * @param id its name
     * @return the world, if there is one
     */
    public Optional<FakeWorld> world(String id) {
        return worlds.byId(id).map(this::handle);
    }

    /**
     * Lists the worlds.
     *
     * @return all worlds, the default world first
     */
    public List<FakeWorld> worlds() {
        return worlds.all().stream().map(this::handle).toList();
    }

    /**
     * Tells how much is stored.
     *
     * @return bytes in memory and number of files
     */
    public StorageUse storageUse() {
        return new StorageUse(blobs.memoryUsed(), blobs.filesHeld());
    }

    /**
     * What uploaded bytes take.
     *
     * @param memoryBytes bytes in memory
     * @param files number of temporary files
     */
    public record StorageUse(long memoryBytes, long files) {}

    /**
     * Stops the server. Requests in progress are answered, held polls at once; threads, connections and temporary files
     * are gone afterwards. Closing twice does nothing.
     */
    @Override
    public void close() {
        closing.run();
    }

    /**
     * Gives one test its own view of this server.
     *
     * @return a scope, to be closed when the test is over
     */
    public TestScope testScope() {
        return new TestScope(this);
    }

    FakeEncordServer seenBy(Consumer<ServedWorld> watcher, Runnable ending) {
        return new FakeEncordServer(http, worlds, blobs, watcher, ending);
    }

    FakeWorld handle(ServedWorld served) {
        return new FakeWorld(served, worlds, users);
    }

    boolean isDefault(FakeWorld world) {
        return world.id().equals(worlds.defaultWorld().world().id());
    }

    private FakeWorld used(ServedWorld served) {
        users.accept(served);
        return handle(served);
    }

    @Override
    public String toString() {
        return "FakeEncordServer[" + url() + "]";
    }
}
