package io.encord4j.fake.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server listens and what it believes about addresses.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param publicUrl the URL under which clients reach the server, if it is not the one in their requests
 * @param trustForwardedHeaders whether {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} are believed
 * @param gracePeriod how long requests in progress may take to finish when the server is closed
 * @param limits what clients may take
 */
public record HttpServerConfig(
        String host,
        int port,
        Optional<String> publicUrl,
        boolean trustForwardedHeaders,
        Duration gracePeriod,
        ClientLimits limits) {

    /** Loopback only, any free port. */
    public static final HttpServerConfig DEFAULT =
            new HttpServerConfig("127.0.0.1", 0, Optional.empty(), false, Duration.ofSeconds(5));

    /**
     * As every server, with the limits of {@link ClientLimits#ofDefaults()}.
     *
     * @param host the address to listen on
     * @param port the port to listen on
     * @param publicUrl the URL for clients
     * @param trustForwardedHeaders whether forwarded headers are believed
     * @param gracePeriod how long requests in progress may take to finish
     */
    public HttpServerConfig(
            String host, int port, Optional<String> publicUrl, boolean trustForwardedHeaders, Duration gracePeriod) {
        this(host, port, publicUrl, trustForwardedHeaders, gracePeriod, ClientLimits.ofDefaults());
    }

    /**
     * Replaces the limits.
     *
     * @param changed what clients may take
     * @return the configuration with them
     */
    public HttpServerConfig withLimits(ClientLimits changed) {
        return new HttpServerConfig(host, port, publicUrl, trustForwardedHeaders, gracePeriod, changed);
    }

    /**
     * Checks the port.
     *
     * @param host the address to listen on
     * @param port the port to listen on
     * @param publicUrl the URL for clients
     * @param trustForwardedHeaders whether forwarded headers are believed
     * @param gracePeriod how long requests in progress may take to finish
     * @param limits what clients may take
     */
    public HttpServerConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
    }
}
