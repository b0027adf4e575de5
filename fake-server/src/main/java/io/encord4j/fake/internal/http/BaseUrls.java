package io.encord4j.fake.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the URL under which a client reached the server, for the URLs that it is given. */
final class BaseUrls {

    private final HttpServerConfig config;
    private final IntSupplier port;

    BaseUrls(HttpServerConfig config, IntSupplier port) {
        this.config = config;
        this.port = port;
    }

    String of(HttpServletRequest request) {
        if (config.publicUrl().isPresent()) {
            return config.publicUrl().get();
        }
        String scheme = "http";
        String host = request.getHeader("Host");
        if (config.trustForwardedHeaders()) {
            String forwardedHost = first(request.getHeader("X-Forwarded-Host"));
            host = forwardedHost.isEmpty() ? host : forwardedHost;
            scheme = first(request.getHeader("X-Forwarded-Proto")).equalsIgnoreCase("https") ? "https" : "http";
        }
        return HostNames.isHost(host) ? scheme + "://" + host : url(scheme, config.host(), port.getAsInt());
    }

    static String url(String scheme, String host, int port) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return scheme + "://127.0.0.1:" + port; // Every address is meant; this one can be called.
        }
        return scheme + "://" + HostNames.literal(host) + ":" + port;
    }

    /** A chain of proxies lists the client's own view first. */
    private static String first(@Nullable String list) {
        return list == null ? "" : list.split(",", 2)[0].strip();
    }
}
