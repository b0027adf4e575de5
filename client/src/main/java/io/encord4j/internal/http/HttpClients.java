package io.encord4j.internal.http;

import io.encord4j.ClientOptions;
import io.encord4j.internal.auth.Credential;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The two OkHttp clients of a transport, one that signs and one for signed URLs, so that no header of the API can reach
 * a storage. Both share the pool and whatever else the user's client brings, if there is one.
 *
 * @param api signs, and judges answers of the API
 * @param storage signs nothing
 * @param owned whether the pool is ours to empty
 */
record HttpClients(OkHttpClient api, OkHttpClient storage, boolean owned) {

    private static final Duration OFFICIAL_TIMEOUT = Duration.ofMinutes(3);

    /** Shorter than load balancers keep idle connections, so that fewer calls meet one that has just been closed. */
    private static final Duration IDLE = Duration.ofSeconds(45);

    private static final int IDLE_CONNECTIONS = 16;

    static HttpClients of(ClientOptions options, Credential credential, ServerClock clock) {
        OkHttpClient given = options.httpClient();
        String userAgent = UserAgent.header(options.userAgentSuffix());
        OkHttpClient base = configured(options, given == null ? own() : given.newBuilder());
        StaleConnectionInterceptor stale = new StaleConnectionInterceptor();
        OkHttpClient.Builder api = base.newBuilder();
        api.interceptors().add(0, new AnswerInterceptor(clock));
        api.addInterceptor(new RedirectInterceptor(false));
        api.addInterceptor(new SigningInterceptor(credential, clock, userAgent));
        api.addNetworkInterceptor(stale);
        api.addNetworkInterceptor(new DepartureInterceptor());
        // A timeout for each write costs more than the write.
        OkHttpClient.Builder storage = base.newBuilder().writeTimeout(Duration.ZERO);
        Duration patience = Duration.ofMillis(base.writeTimeoutMillis());
        storage.interceptors().add(0, new StorageInterceptor(userAgent, cacheControl(credential), patience));
        storage.addInterceptor(new RedirectInterceptor(true));
        storage.addNetworkInterceptor(stale);
        storage.addNetworkInterceptor(new DepartureInterceptor());
        return new HttpClients(api.build(), storage.build(), given == null);
    }

    /** What official clients tell the storage about the bytes: since 2023, and so not with API keys. */
    private static @Nullable String cacheControl(Credential credential) {
        return credential instanceof Credential.ApiKey ? null : "max-age=86400";
    }

    /** Closes idle connections, unless they are the user's. */
    void close() {
        if (owned) {
            api.connectionPool().evictAll();
        }
    }

    private static OkHttpClient.Builder own() {
        return LazyTls.addTo(new OkHttpClient.Builder())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(OFFICIAL_TIMEOUT)
                .readTimeout(OFFICIAL_TIMEOUT)
                .writeTimeout(OFFICIAL_TIMEOUT);
    }

    /** What may be sent twice is decided by our own rules: whatever OkHttp repeats by itself is off. */
    private static OkHttpClient configured(ClientOptions options, OkHttpClient.Builder builder) {
        set(options.connectTimeout(), builder::connectTimeout);
        set(options.readTimeout(), builder::readTimeout);
        set(options.writeTimeout(), builder::writeTimeout);
        return builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .addNetworkInterceptor(new NoSilentRepetition())
                .build();
    }

    private static void set(@Nullable Duration timeout, Consumer<Duration> setter) {
        if (timeout != null) {
            setter.accept(timeout);
        }
    }
}
