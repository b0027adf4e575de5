package io.encord4j;

import io.encord4j.internal.http.Domain;
import io.encord4j.internal.http.UserAgent;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Options of a client besides its credential. Everything has a default:
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

    private final Builder values;

    private ClientOptions(Builder values) {
        this.values = values;
    }

    /** {@return the defaults: EU domain, 180 s for each of connect, read and write, the default retry policy, an OkHttp client of its own} */
    public static ClientOptions ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder with the default options} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return scheme, host and port of the API, without a slash at the end} */
    public String domain() {
        return values.domain;
    }

    /** {@return how long connecting may take; null for the limit of the given OkHttp client, or 180 s} */
    public @Nullable Duration connectTimeout() {
        return values.connectTimeout;
    }

    /** {@return how long the server may be silent; null for the limit of the given OkHttp client, or 180 s} */
    public @Nullable Duration readTimeout() {
        return values.readTimeout;
    }

    /** {@return how long the server may accept no bytes; null for the limit of the given OkHttp client, or 180 s} */
    public @Nullable Duration writeTimeout() {
        return values.writeTimeout;
    }

    /** {@return how long an API call may take in all, repetitions and waits included; null for no limit} */
    public @Nullable Duration callTimeout() {
        return values.callTimeout;
    }

    /** {@return how calls are tried again} */
    public RetryPolicy retryPolicy() {
        return values.retryPolicy;
    }

    /** {@return what follows {@code encord4j/{version} java/{version}} in the {@code User-Agent} header; null for nothing} */
    public @Nullable String userAgentSuffix() {
        return values.userAgentSuffix;
    }

    /** {@return the OkHttp client to build on; null to create one, which is closed with the Encord client} */
    public @Nullable OkHttpClient httpClient() {
        return values.httpClient;
    }

    @Override
    public String toString() {
        return "ClientOptions[domain=" + domain() + ", retryPolicy=" + retryPolicy() + "]";
    }

    /** Builds options. Not thread-safe. */
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

        private Builder(Builder other) {
            domain = other.domain;
            connectTimeout = other.connectTimeout;
            readTimeout = other.readTimeout;
            writeTimeout = other.writeTimeout;
            callTimeout = other.callTimeout;
            retryPolicy = other.retryPolicy;
            userAgentSuffix = other.userAgentSuffix;
            httpClient = other.httpClient;
        }

        /**
         * Sets where the API is: {@link #EU_DOMAIN}, {@link #US_DOMAIN}, or a server of your own.
         *
         * @param domain {@code http} or {@code https}, host, and a port if needed; a slash at the end is dropped
         * @return this builder
         * @throws InvalidValueException if it is not such a URL
         */
        public Builder domain(String domain) {
            this.domain = Domain.normalise(Objects.requireNonNull(domain, "domain"));
            return this;
        }

        /**
         * Limits how long connecting may take.
         *
         * @param connectTimeout from 1 ms to 24 days, or zero for no limit; by default 180 s, or the limit of a given OkHttp client
         * @return this builder
         * @throws InvalidValueException if it is out of its range
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = checked(connectTimeout, "connectTimeout");
            return this;
        }

        /**
         * Limits how long the server may be silent.
         *
         * @param readTimeout from 1 ms to 24 days, or zero for no limit; by default 180 s, or the limit of a given OkHttp client
         * @return this builder
         * @throws InvalidValueException if it is out of its range
         */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = checked(readTimeout, "readTimeout");
            return this;
        }

        /**
         * Limits how long the server may accept no bytes.
         *
         * @param writeTimeout from 1 ms to 24 days, or zero for no limit; by default 180 s, or the limit of a given OkHttp client
         * @return this builder
         * @throws InvalidValueException if it is out of its range
         */
        public Builder writeTimeout(Duration writeTimeout) {
            this.writeTimeout = checked(writeTimeout, "writeTimeout");
            return this;
        }

        /**
         * Limits how long an API call may take in all, repetitions and waits included. It does not limit the transfer of a file's bytes, nor
         * rows that are read as they arrive ({@link EncordDatasetClient#streamDataRows}); there the read timeout limits each silence.
         *
         * @param callTimeout from 1 ms to 24 days, or zero for no limit; no limit by default
         * @return this builder
         * @throws InvalidValueException if it is out of its range
         */
        public Builder callTimeout(Duration callTimeout) {
            Duration checked = checked(callTimeout, "callTimeout");
            this.callTimeout = checked.isZero() ? null : checked;
            return this;
        }

        /**
         * Sets how calls are tried again.
         *
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
            return this;
        }

        /**
         * Names the program that uses this library, in the {@code User-Agent} header.
         *
         * @param userAgentSuffix one or more products as in RFC 9110, {@code name} or {@code name/version}, separated by blanks
         * @return this builder
         * @throws InvalidValueException if it is anything else
         */
        public Builder userAgentSuffix(String userAgentSuffix) {
            this.userAgentSuffix = UserAgent.checkedSuffix(Objects.requireNonNull(userAgentSuffix, "userAgentSuffix"));
            return this;
        }

        /**
         * Sets an OkHttp client to build on. Its interceptors, connection pool, proxy and TLS settings stay; authentication and repetition are
         * added; OkHttp's own redirects and repetition are off for calls of the Encord client. Closing the Encord client does not close it.
         *
         * @return this builder
         */
        public Builder httpClient(OkHttpClient httpClient) {
            this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
            return this;
        }

        /** {@return options with the values set so far} */
        public ClientOptions build() {
            return new ClientOptions(new Builder(this));
        }

        private static Duration checked(Duration timeout, String name) {
            Objects.requireNonNull(timeout, name);
            boolean usable = timeout.isZero()
                    || (timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(Duration.ofDays(24)) <= 0);
            if (!usable) {
                throw InvalidValueException.outOfRange(name, timeout, "zero, or from 1 ms to 24 days");
            }
            return timeout;
        }
    }
}
