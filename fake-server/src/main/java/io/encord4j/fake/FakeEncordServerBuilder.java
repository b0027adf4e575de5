package io.encord4j.fake;

import io.encord4j.fake.internal.control.ControlAccess;
import io.encord4j.fake.internal.control.ControlEndpoints;
import io.encord4j.fake.internal.control.ExchangeCounts;
import io.encord4j.fake.internal.dispatch.Dispatcher;
import io.encord4j.fake.internal.dispatch.Pauses;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.http.HttpServer;
import io.encord4j.fake.internal.http.HttpServerConfig;
import io.encord4j.fake.internal.rest.RestService;
import io.encord4j.fake.internal.rpc.RpcService;
import io.encord4j.fake.internal.seed.WorldSeed;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.storage.BlobStoreConfig;
import io.encord4j.fake.internal.storage.StorageHandler;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.Timer;
import io.encord4j.fake.internal.worlds.Worlds;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Configures a server, and starts it. Not for use by several threads at once. */
public final class FakeEncordServerBuilder {

    private static final Instant DETERMINISTIC_START = Instant.parse("2026-01-01T00:00:00Z");

    private String host = HttpServerConfig.DEFAULT.host();
    private int port;
    private Optional<String> publicUrl = Optional.empty();
    private boolean trustForwardedHeaders;
    private Duration gracePeriod = HttpServerConfig.DEFAULT.gracePeriod();
    private OptionalLong seed = OptionalLong.empty();
    private ClockSetting clock = ClockSetting.REAL;
    private Choices choices = Choices.DEFAULT;
    private ReEncodePlan reEncoding = ReEncodePlan.DEFAULT;
    private Optional<Path> storageDirectory = Optional.empty();
    private long memoryLimit = BlobStoreConfig.defaults().memoryLimit();
    private long maxRequestBytes = defaultMaxRequestBytes();
    private Optional<String> controlToken = Optional.empty();
    private int journalCapacity = 10_000;
    private boolean journalBodies;
    private BiConsumer<String, JournalEntry> listener = (world, entry) -> {};

    FakeEncordServerBuilder() {}

    /**
     * Sets the address to listen on. Everybody who reaches it can use the server.
     *
     * @param address a name or address of this machine; {@code 127.0.0.1} by default
     * @return this builder
     */
    public FakeEncordServerBuilder host(String address) {
        host = address;
        return this;
    }

    /**
     * Sets the port to listen on.
     *
     * @param number the port; 0, the default, takes any free one
     * @return this builder
     */
    public FakeEncordServerBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * Sets the URL that signed URLs begin with, for servers behind a port mapping or proxy.
     *
     * @param url scheme, host and port without a trailing slash; by default whatever the client used
     * @return this builder
     */
    public FakeEncordServerBuilder publicUrl(String url) {
        publicUrl = Optional.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        return this;
    }

    /**
     * Sets whether {@code X-Forwarded-Host} and {@code X-Forwarded-Proto} are believed.
     *
     * @param trust whether; not by default
     * @return this builder
     */
    public FakeEncordServerBuilder trustForwardedHeaders(boolean trust) {
        trustForwardedHeaders = trust;
        return this;
    }

    /**
     * Sets how long requests in progress may take when the server is closed.
     *
     * @param period at most this long; 5 seconds by default
     * @return this builder
     */
    public FakeEncordServerBuilder gracePeriod(Duration period) {
        gracePeriod = period;
        return this;
    }

    /**
     * Makes ids, keys, made-up titles and signatures of URLs the same in every run.
     *
     * @param number where they come from
     * @return this builder
     */
    public FakeEncordServerBuilder seed(long number) {
        seed = OptionalLong.of(number);
        return this;
    }

    /**
     * Makes two runs equal: a seed, and time that stands still at the beginning of 2026 until it is moved.
     *
     * @return this builder
     */
    public FakeEncordServerBuilder deterministic() {
        seed = seed.isPresent() ? seed : OptionalLong.of(0);
        clock = ClockSetting.frozen(DETERMINISTIC_START);
        return this;
    }

    /**
     * Sets how time passes in new worlds.
     *
     * @param setting how; real time by default
     * @return this builder
     */
    public FakeEncordServerBuilder clock(ClockSetting setting) {
        clock = setting;
        return this;
    }

    /**
     * Sets how the platform behaves where the real one is not known.
     *
     * @param all the choices
     * @return this builder
     */
    public FakeEncordServerBuilder choices(Choices all) {
        choices = all;
        return this;
    }

    /**
     * Sets how re-encoding goes in new worlds.
     *
     * @param plan how
     * @return this builder
     */
    public FakeEncordServerBuilder reEncoding(ReEncodePlan plan) {
        reEncoding = plan;
        return this;
    }

    /**
     * Sets where uploads go that are too large for memory.
     *
     * @param directory the server makes a directory of its own in it, and deletes that when it is closed
     * @return this builder
     */
    public FakeEncordServerBuilder storageDirectory(Path directory) {
        storageDirectory = Optional.of(directory);
        return this;
    }

    /**
     * Sets how much memory uploads may take together.
     *
     * @param bytes the limit; by default a quarter of the heap, at most 256 MiB
     * @return this builder
     */
    public FakeEncordServerBuilder memoryLimit(long bytes) {
        memoryLimit = bytes;
        return this;
    }

    /**
     * Sets how large the body of an API call may be. Uploads have no limit.
     *
     * @param bytes the limit; by default an eighth of the heap, at most 256 MiB
     * @return this builder
     */
    public FakeEncordServerBuilder maxRequestBytes(long bytes) {
        maxRequestBytes = bytes;
        return this;
    }

    /**
     * Sets how many exchanges the journal of each world keeps.
     *
     * @param entries the number; 10,000 by default, and fewer if they take more than a thirty-second of the heap
     * @return this builder
     */
    public FakeEncordServerBuilder journalCapacity(int entries) {
        journalCapacity = entries;
        return this;
    }

    /**
     * Sets whether the journal of each world keeps the bodies of requests and answers, without secrets. A world can be told
     * otherwise by {@link io.encord4j.fake.journal.Journal#keepBodies}.
     *
     * @param keep whether; not by default
     * @return this builder
     */
    public FakeEncordServerBuilder journalBodies(boolean keep) {
        journalBodies = keep;
        return this;
    }

    /**
     * Sets the secret that callers of the control endpoints must send. Without one, only callers on this machine are heard.
     *
     * @param token the secret, not blank
     * @return this builder
     * @throws IllegalArgumentException if the token is blank
     */
    public FakeEncordServerBuilder controlToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("A control token must not be blank; leave it out to have none.");
        }
        controlToken = Optional.of(token);
        return this;
    }

    /**
     * Sets who is told of every exchange that is over.
     *
     * @param observer gets the name of the world and the entry of its journal; called by server threads, so it must be
     *     quick and safe for use by many threads
     * @return this builder
     */
    public FakeEncordServerBuilder onExchange(BiConsumer<String, JournalEntry> observer) {
        listener = observer;
        return this;
    }

    /**
     * Starts the server.
     *
     * @return the server, which answers already
     * @throws FakeServerStartException if it cannot start, for example because the port is taken
     */
    public FakeEncordServer start() {
        // A new JVM loads the services as long as it loads Jetty; two threads do it at the same time.
        CompletableFuture<RpcService> rpc =
                CompletableFuture.supplyAsync(RpcService::new, FakeEncordServerBuilder::onAnotherThread);
        BlobStoreConfig storage = new BlobStoreConfig(
                (int) Math.min(BlobStoreConfig.defaults().memoryThreshold(), memoryLimit),
                memoryLimit,
                storageDirectory);
        BlobStore blobs = new BlobStore(storage);
        blobs.sweep();
        if (storageDirectory.isPresent()) {
            try {
                blobs.probe();
            } catch (IOException e) {
                throw new FakeServerStartException(
                        "Cannot keep files in the storage directory " + storageDirectory.get() + ": " + e + ".", e);
            }
        }
        Timer timer = new Timer();
        Pauses pauses = new Pauses();
        ExchangeCounts counts = new ExchangeCounts();
        BiConsumer<String, JournalEntry> observers = listener.andThen((world, entry) -> counts.count(entry));
        Worlds worlds = new Worlds(
                new Worlds.Settings(choices, clock, seed, reEncoding, journalCapacity, journalBodies, observers),
                Clock.systemUTC(),
                timer,
                new WorldSeed(blobs));
        blobs.keepWhatIsNamedBy(worlds::blobs);
        UrlSigner urls = seed.isPresent()
                ? UrlSigner.from(new SplittableRandom(seed.getAsLong()))
                : UrlSigner.withRandomSecret();
        ControlEndpoints control = new ControlEndpoints(
                worlds, blobs, urls, counts, timer, new ControlAccess(controlToken, host, publicUrl));
        CompletableFuture<Dispatcher> dispatcher = rpc.thenApply(loaded -> {
            Dispatcher.Services services =
                    new Dispatcher.Services(loaded, new RestService(), new StorageHandler(urls, blobs), control);
            return new Dispatcher(worlds, services, urls, maxRequestBytes, pauses);
        });
        try {
            HttpServerConfig config = new HttpServerConfig(host, port, publicUrl, trustForwardedHeaders, gracePeriod);
            HttpServer http = HttpServer.start(config, new HttpServer.Handler() {
                @Override
                public void handle(HttpExchange exchange) {
                    dispatcher.join().handle(exchange);
                }

                @Override
                public boolean usesReserve(HttpExchange exchange) {
                    return dispatcher.join().usesReserve(exchange);
                }
            });
            dispatcher.join();
            return new FakeEncordServer(http, worlds, blobs, pauses, timer);
        } catch (IOException e) {
            timer.close();
            throw new FakeServerStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void onAnotherThread(Runnable loading) {
        Thread thread = new Thread(loading, "encord4j-fake-server-loading");
        thread.setDaemon(true);
        thread.start();
    }

    /** A list of a million private files with long names, which is as many as there may be, has about 100 MB. */
    private static long defaultMaxRequestBytes() {
        return Math.min(256L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);
    }
}
