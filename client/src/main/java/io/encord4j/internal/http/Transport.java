package io.encord4j.internal.http;

import com.squareup.moshi.Moshi;
import io.encord4j.CancelledException;
import io.encord4j.ClientClosedException;
import io.encord4j.ClientOptions;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.auth.Credential;
import io.encord4j.wire.json.OddValues;
import io.encord4j.wire.json.WireAdapters;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * Carries calls of the generated interfaces to the server. Safe for use by several threads; blocking methods honour
 * interrupts, which cancel the call at the socket, stay set, and come out as {@link InterruptedCallException}.
 */
public final class Transport implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.encord4j");

    private final Shared shared;
    private final @Nullable String resourceId;
    private volatile boolean closed;

    private Transport(Shared shared, @Nullable String resourceId) {
        this.shared = shared;
        this.resourceId = resourceId;
    }

    /** What a transport and its views have in common. */
    private record Shared(
            ClientOptions options,
            Credential credential,
            Timing timing,
            Moshi moshi,
            OddValues oddValues,
            HttpClients clients,
            Retrofit api,
            Retrofit storage,
            Workers workers,
            Redaction redaction,
            Failures failures,
            AttemptRunner runner,
            Retries retries) {}

    /** Opens a transport with the time of this machine. */
    public static Transport open(ClientOptions options, Credential credential) {
        return open(options, credential, Timing.ofMachine());
    }

    /** Opens a transport. No connection is made before the first call. */
    public static Transport open(ClientOptions options, Credential credential, Timing timing) {
        Moshi moshi = WireAdapters.moshi();
        OddValues oddValues = new OddValues(warning -> LOG.log(Level.WARNING, warning));
        ServerClock clock = new ServerClock(timing.clock());
        HttpClients clients = HttpClients.of(options, credential, clock);
        Workers workers = new Workers();
        Redaction redaction = new Redaction(credential.secrets());
        Failures failures = new Failures(redaction, clock);
        return new Transport(
                new Shared(
                        options,
                        credential,
                        timing,
                        moshi,
                        oddValues,
                        clients,
                        retrofit(options, new WireConverters(moshi, oddValues), clients.api(), timing),
                        retrofit(options, new WireConverters(moshi, oddValues), clients.storage(), timing),
                        workers,
                        redaction,
                        failures,
                        new AttemptRunner(workers, failures),
                        new Retries(timing, workers, failures, clock)),
                null);
    }

    private static Retrofit retrofit(
            ClientOptions options, WireConverters converters, OkHttpClient client, Timing timing) {
        return new Retrofit.Builder()
                .baseUrl(options.domain() + "/")
                .callFactory(new TaggedCalls(client, timing.random()))
                .addConverterFactory(converters)
                .build();
    }

    /**
     * A view whose calls are about one dataset. It shares everything with this transport, and closing it only refuses further calls.
     *
     * @param datasetHash the value of the {@code ResourceID} header
     */
    public Transport forResource(String datasetHash) {
        throwIfClosed();
        return new Transport(shared, datasetHash);
    }

    /** The calls of an interface of the API. They can be given to any view of this transport. */
    public <A> A api(Class<A> type) {
        return shared.api().create(type);
    }

    /** The calls of an interface for signed URLs. Nothing of the credential travels with them. */
    public <A> A storage(Class<A> type) {
        return shared.storage().create(type);
    }

    /**
     * Makes a call and waits for its result.
     *
     * @throws EncordException if it fails
     */
    public <T> T execute(Call<T> call) {
        return execute(call, shared.options().retryPolicy(), callTimeout());
    }

    /**
     * Makes a call with a retry policy of its own, and waits for its result.
     *
     * @throws EncordException if it fails
     */
    public <T> T execute(Call<T> call, RetryPolicy policy) {
        return execute(call, policy, callTimeout());
    }

    /**
     * Makes a call with a limit of its own, and waits for its result.
     *
     * @param limit how long it may take in all, repetitions included, if the client options do not say less
     * @throws EncordException if it fails
     */
    public <T> T execute(Call<T> call, Duration limit) {
        Duration always = callTimeout();
        return execute(
                call, shared.options().retryPolicy(), always == null || always.compareTo(limit) > 0 ? limit : always);
    }

    private <T> T execute(Call<T> call, RetryPolicy policy, @Nullable Duration limit) {
        return run(call, policy, limit, (copy, attempt, tries) -> {
            T result = shared.runner().answer(copy, attempt, tries);
            return Objects.requireNonNull(result, "Calls without a result are performed, not executed");
        });
    }

    /**
     * Makes a call without a result, and waits for its success.
     *
     * @throws EncordException if it fails
     */
    public void perform(Call<Void> call) {
        perform(call, shared.options().retryPolicy());
    }

    /**
     * Makes a call without a result with a retry policy of its own, and waits for its success. A call to a signed URL is
     * not bounded by the deadline of the client options.
     *
     * @throws EncordException if it fails
     */
    public void perform(Call<Void> call, RetryPolicy policy) {
        Duration limit = Attempt.of(call.request()).toStorage() ? null : callTimeout();
        run(call, policy, limit, (copy, attempt, tries) -> {
            shared.runner().answer(copy, attempt, tries);
            return true;
        });
    }

    /**
     * Makes an RPC call whose result is read as it arrives. It is tried again only until the result begins.
     *
     * @param call a call of a method whose name ends in {@code Raw}
     * @throws EncordException if it fails before the result begins
     */
    public JsonAnswer stream(Call<ResponseBody> call) {
        return run(
                call,
                shared.options().retryPolicy(),
                null,
                (copy, attempt, tries) -> JsonAnswer.at(begin(copy, attempt, tries), attempt, shared.oddValues()));
    }

    /**
     * Makes a call to a signed URL whose bytes are read as they arrive. It is tried again only until they begin.
     *
     * @param start the first byte that is wanted; the storage may answer with all of them nevertheless
     * @throws EncordException if it fails before the bytes begin
     */
    public OpenAnswer download(Call<ResponseBody> call, long start) {
        return run(call, shared.options().retryPolicy(), null, (copy, attempt, tries) -> {
            attempt.rangeFrom(start);
            return begin(copy, attempt, tries);
        });
    }

    /**
     * Runs blocking work on a thread of this transport.
     *
     * @return a future; completing it from outside, by {@code cancel} or {@code orTimeout} for instance, interrupts the
     *     work, and thereby cancels the call that it is waiting for
     */
    public <T extends @Nullable Object> CompletableFuture<T> async(Supplier<T> work) {
        return closed
                ? CompletableFuture.failedFuture(new ClientClosedException())
                : shared.workers().async(work);
    }

    /**
     * Waits, between two polls for instance.
     *
     * @throws InterruptedCallException if the thread is interrupted
     * @throws CancelledException if the transport is closed meanwhile
     */
    public void pause(Duration duration) {
        try {
            shared.timing().pause().await(duration, shared.workers().closed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(ErrorDetails.of("The thread was interrupted while it waited."), e);
        }
        if (shared.workers().isClosed()) {
            throw new CancelledException(ErrorDetails.of("The client was closed meanwhile."), null);
        }
    }

    private @Nullable Duration callTimeout() {
        return shared.options().callTimeout();
    }

    /**
     * The longest time that one answer can take before this transport gives it up: the least of all limits that apply.
     *
     * @return the time; very long if nothing limits it
     */
    public Duration patience() {
        OkHttpClient client = shared.clients().api();
        Duration patience = ChronoUnit.FOREVER.getDuration();
        for (int millis : new int[] {client.readTimeoutMillis(), client.callTimeoutMillis()}) {
            if (millis > 0 && patience.compareTo(Duration.ofMillis(millis)) > 0) {
                patience = Duration.ofMillis(millis);
            }
        }
        Duration always = callTimeout();
        return always == null || always.compareTo(patience) > 0 ? patience : always;
    }

    /** Takes the secrets of this client, and what looks like one, out of texts that came from outside. */
    public Redaction redaction() {
        return shared.redaction();
    }

    /**
     * Closes something together with this transport.
     *
     * @param other what to close
     * @return to be called if it is closed before
     */
    public Runnable closing(Runnable other) {
        shared.workers().onClose(other);
        return () -> shared.workers().forget(other);
    }

    public ClientOptions options() {
        return shared.options();
    }

    public Credential credential() {
        return shared.credential();
    }

    public Timing timing() {
        return shared.timing();
    }

    /** The adapters of everything that travels. */
    public Moshi moshi() {
        return shared.moshi();
    }

    /**
     * Cancels whatever runs, ends all threads, and closes idle connections; those of a user's OkHttp client stay. A view only refuses further
     * calls. Closing twice does nothing more.
     */
    @Override
    public void close() {
        closed = true;
        if (resourceId != null) {
            return;
        }
        shared.workers().close();
        shared.clients().close();
    }

    private OpenAnswer begin(Call<ResponseBody> call, Attempt attempt, Failures.Tries tries) throws IOException {
        return OpenAnswer.begin(call, attempt, tries, shared.workers(), shared.failures(), shared.runner());
    }

    private <T, R> R run(Call<T> call, RetryPolicy policy, @Nullable Duration limit, Retries.Try<T, R> attempt) {
        throwIfClosed();
        return shared.retries().run(call, resourceId, policy, limit, attempt);
    }

    private void throwIfClosed() {
        if (closed || shared.workers().isClosed()) {
            throw new ClientClosedException();
        }
    }
}
