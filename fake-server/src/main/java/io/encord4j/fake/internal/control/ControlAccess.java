package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.http.HostNames;
import io.encord4j.fake.internal.http.IncomingRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may control the server: callers on this machine, or, if there is a token, whoever has it. A web page that somebody
 * on this machine looks at is not a caller on this machine.
 */
public final class ControlAccess {

    private static final String BEARER = "Bearer ";
    private static final Set<String> SET_BY_PROXIES = Set.of("via", "forwarded", "x-real-ip");
    private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

    private final Optional<String> token;
    private final Optional<String> publicUrl;
    private final String configuredHost;

    /**
     * Makes the rule.
     *
     * @param token the secret that callers must send
     * @param host the address that the server listens on
     * @param publicUrl the URL under which it is known, if it has one
     */
    public ControlAccess(Optional<String> token, String host, Optional<String> publicUrl) {
        this.token = token;
        this.configuredHost = host;
        this.publicUrl = publicUrl;
    }

    /** Refuses everybody else. With a token loopback is no proof: a port mapping makes all callers look local. */
    void check(boolean fromLoopback, IncomingRequest request) {
        if (token.isPresent()) {
            checkToken(token.get(), request);
        } else {
            checkMachine(fromLoopback, request);
            checkOrigin(request);
        }
    }

    /**
     * Refuses the files of the server's own page to whoever can do nothing with them. A link on another page may lead to
     * ours. A browser cannot send a token for a page, so with a token everybody has the files, which ask for it.
     */
    void checkPage(boolean fromLoopback, IncomingRequest request) {
        if (token.isEmpty()) {
            checkMachine(fromLoopback, request);
        }
        if (!isLinkFollowed(request)) {
            checkOrigin(request);
        }
    }

    private void checkMachine(boolean fromLoopback, IncomingRequest request) {
        if (!fromLoopback || isForwarded(request)) {
            throw refused("can be reached from this machine only");
        }
        if (!isNameOfThisServer(request.header("Host"))) {
            throw refused(
                    "are not reached under the host name of this request, which a foreign web page may have made up");
        }
    }

    private void checkOrigin(IncomingRequest request) {
        if (isFromForeignPage(request)) {
            throw refused("do not answer to web pages of another origin");
        }
    }

    /** A window is to show the page by itself, not as a part of another one. */
    private static boolean isLinkFollowed(IncomingRequest request) {
        return "navigate".equals(request.header("Sec-Fetch-Mode"))
                && "document".equals(request.header("Sec-Fetch-Dest"))
                && request.header("Origin") == null;
    }

    private static ControlException refused(String why) {
        return new ControlException(
                403, "The control endpoints " + why + ". Start the server with a control token to reach them anyhow.");
    }

    private static void checkToken(String expected, IncomingRequest request) {
        if (!matches(expected, request.header("X-Fake-Token")) && !matches(expected, bearer(request))) {
            throw new ControlException(
                    401,
                    "This server has a control token."
                            + " Send it as 'X-Fake-Token: <token>' or 'Authorization: Bearer <token>'.");
        }
    }

    /** A proxy on this machine lends its address to everybody; what it says can cost access, never give it. */
    private static boolean isForwarded(IncomingRequest request) {
        return request.headerNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> SET_BY_PROXIES.contains(name) || name.startsWith("x-forwarded-"));
    }

    /** A page whose own name was made to lead to this machine sends that name. */
    private boolean isNameOfThisServer(@Nullable String host) {
        String name = HostNames.withoutPort(host);
        return name != null
                && (HostNames.isLoopback(name)
                        || name.equalsIgnoreCase(HostNames.literal(configuredHost))
                        || publicUrl
                                .map(url ->
                                        name.equalsIgnoreCase(URI.create(url).getHost()))
                                .orElse(false));
    }

    private boolean isFromForeignPage(IncomingRequest request) {
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        boolean ownOrigin = origin == null
                || origin.equalsIgnoreCase("http://" + request.header("Host"))
                || publicUrl.map(url -> origin.equalsIgnoreCase(originOf(url))).orElse(false);
        return !ownOrigin || (site != null && !FROM_HERE.contains(site));
    }

    private static String originOf(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static @Nullable String bearer(IncomingRequest request) {
        String header = request.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /** Takes the same time wherever the two differ. */
    private static boolean matches(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
