package io.encord4j;

import io.encord4j.internal.http.Domain;
import io.encord4j.internal.http.UserAgent;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a client besides its credential. Everything has a default:
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .domain(ClientOptions.US_DOMAIN)
 *         .readTimeout(Duration.ofMinutes(1))
 *         .userAgentSuffix("my-importer/2.1")
 *         .build();
 * }</pre>
 */
public final class ClientOptions {

    /** The platform in the European Union, which is the default. */
    public static final String EU_DOMAIN = "https://api.encord.com";

    /** The platform in the United States. */
    public static final String US_DOMAIN = "https://api.us.encord.com";

    private static final ClientOptions DEFAULTS = builder().build();

    private final String domain;
    private final @Nullable Duration connectTimeout;
    private final @Nullable Duration readTimeout;
    private final @Nullable Duration writeTimeout;
    private final @Nullable Duration callTimeout;
    private final RetryPolicy retryPolicy;
    private final @Nullable String userAgentSuffix;
    private final @Nullable OkHttpClient httpClient;

    private ClientOptions(Builder builder) {
        this.domain = builder.domain;
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.writeTimeout = builder.writeTimeout;
        this.callTimeout = builder.callTimeout;
        this.retryPolicy = builder.retryPolicy;
        this.userAgentSuffix = builder.userAgentSuffix;
        this.httpClient = builder.httpClient;
    }

    /**
     * The defaults: EU domain, 180 s for each of connect, read and write, the default retry policy, an OkHttp of our own.
     *
     * @return the options that apply if none are set
     */
    public static ClientOptions ofDefaults() {
        return DEFAULTS;
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the API is.
     *
     * @return scheme, host and port, without a slash at the end
     */
    public String domain() {
        return domain;
    }

    /**
     * How long making a connection may take.
     *
     * @return the limit; empty means that of the OkHttp client given, or 180 s
     */
    public Optional<Duration> connectTimeout() {
        return Optional.ofNullable(connectTimeout);
    }

    /**
     * How long the server may be silent.
     *
     * @return the limit; empty means that of the OkHttp client given, or 180 s
     */
    public Optional<Duration> readTimeout() {
        return Optional.ofNullable(readTimeout);
    }

    /**
     * How long the server may take no bytes.
     *
     * @return the limit; empty means that of the OkHttp client given, or 180 s
     */
    public Optional<Duration> writeTimeout() {
        return Optional.ofNullable(writeTimeout);
    }

    /**
     * How long an API call may take in all, repetitions and waits included.
     *
     * @return the limit; empty means none
     */
    public Optional<Duration> callTimeout() {
        return Optional.ofNullable(callTimeout);
    }

    /**
     * How calls are tried again.
     *
     * @return the policy
     */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * What follows {@code encord4j/{version} java/{version}} in the {@code User-Agent} header.
     *
     * @return one or more products as in RFC 9110, or empty
     */
    public Optional<String> userAgentSuffix() {
        return Optional.ofNullable(userAgentSuffix);
    }

    /**
     * The user's OkHttp client, whose interceptors, connection pool, proxy and TLS settings are used.
     *
     * @return the client, or empty if one is to be made and closed with the Encord client
     */
    public Optional<OkHttpClient> httpClient() {
        return Optional.ofNullable(httpClient);
    }

    @Override
    public String toString() {
        return "ClientOptions[domain=" + domain + ", retryPolicy=" + retryPolicy + "]";
    }

    /** Makes options. Not for use by several threads at once. */
    public static final class Builder {

        private String domain = EU_DOMAIN;
        private @Nullable Duration connectTimeout;
        private @Nullable Duration readTimeout;
        private @Nullable Duration writeTimeout;
        private @Nullable Duration callTimeout;
        private RetryPolicy retryPolicy = RetryPolicy.ofDefaults();
        private @Nullable String userAgentSuffix;
        private @Nullable OkHttpClient httpClient;

        private Builder() {}

        /**
         * Where the API is: {@link #EU_DOMAIN}, {@link #US_DOMAIN}, or a server of your own.
         *
         * @param domain {@code http} or {@code https}, host, and a port if need be; a slash at the end is dropped
         * @return this builder
         * @throws InvalidSettingException if it is no such URL
         */
        public Builder domain(String domain) {
            this.domain = Domain.normalise(domain);
            return this;
        }

        /**
         * How long making a connection may take.
         *
         * @param timeout from 1 ms to 24 days, or zero for no limit; default 180 s, or what an OkHttp client given says
         * @return this builder
         * @throws InvalidSettingException if it is out of its range
         */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = checked("connectTimeout", timeout);
            return this;
        }

        /**
         * How long the server may be silent.
         *
         * @param timeout from 1 ms to 24 days, or zero for no limit; default 180 s, or what an OkHttp client given says
         * @return this builder
         * @throws InvalidSettingException if it is out of its range
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = checked("readTimeout", timeout);
            return this;
        }

        /**
         * How long the server may take no bytes.
         *
         * @param timeout from 1 ms to 24 days, or zero for no limit; default 180 s, or what an OkHttp client given says
         * @return this builder
         * @throws InvalidSettingException if it is out of its range
         */
        public Builder writeTimeout(Duration timeout) {
            this.writeTimeout = checked("writeTimeout", timeout);
            return this;
        }

        /**
         * How long an API call may take in all, repetitions and waits included. The transfer of a file's bytes is not
         * bounded by it, nor are rows that are read as they arrive ({@link EncordDatasetClient#streamDataRows}); there the
         * read timeout bounds each silence.
         *
         * @param timeout from 1 ms to 24 days, or zero for no limit; no limit by default
         * @return this builder
         * @throws InvalidSettingException if it is out of its range
         */
        public Builder callTimeout(Duration timeout) {
            Duration checked = checked("callTimeout", timeout);
            this.callTimeout = checked.isZero() ? null : checked;
            return this;
        }

        /**
         * How calls are tried again.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = policy;
            return this;
        }

        /**
         * Names the program that uses this library, in the {@code User-Agent} header.
         *
         * @param suffix one or more products as in RFC 9110, {@code name} or {@code name/version}, separated by blanks
         * @return this builder
         * @throws InvalidSettingException if it is anything else
         */
        public Builder userAgentSuffix(String suffix) {
            this.userAgentSuffix = UserAgent.checkedSuffix(suffix);
            return this;
        }

        /**
         * An OkHttp client to build on. Its interceptors, connection pool, proxy and TLS settings stay; authentication
         * and repetition are added; redirects and OkHttp's own repetition are off for our calls. Closing the Encord
         * client leaves it as it was.
         *
         * @param client the client
         * @return this builder
         */
        public Builder httpClient(OkHttpClient client) {
            this.httpClient = client;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return options with the values given
         */
        public ClientOptions build() {
            return new ClientOptions(this);
        }

        private static Duration checked(String name, Duration timeout) {
            boolean usable = timeout.isZero()
                    || (timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(Duration.ofDays(24)) <= 0);
            if (!usable) {
                throw new InvalidSettingException(
                        name, "The " + name + " is " + timeout + ".", "It must be zero, or from 1 ms to 24 days.");
            }
            return timeout;
        }
    }
}
