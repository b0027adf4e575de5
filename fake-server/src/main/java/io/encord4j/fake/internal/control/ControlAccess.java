package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who may control the server: callers on this machine, or, if there is a token, whoever has it. */
final class ControlAccess {

    private static final String BEARER = "Bearer ";

    private final Optional<String> token;

    ControlAccess(Optional<String> token) {
        this.token = token;
    }

    /** Refuses everybody else. With a token loopback is no proof: a port mapping makes all callers look local. */
    void check(boolean fromLoopback, Function<String, @Nullable String> headers) {
        if (token.isEmpty()) {
            if (!fromLoopback || isForwarded(headers)) {
                throw new ControlException(
                        403,
                        "The control endpoints can be reached from this machine only."
                                + " Start the server with a control token to reach them from elsewhere.");
            }
            return;
        }
        if (!matches(token.get(), headers.apply("X-Fake-Token")) && !matches(token.get(), bearer(headers))) {
            throw new ControlException(
                    401,
                    "This server has a control token."
                            + " Send it as 'X-Fake-Token: <token>' or 'Authorization: Bearer <token>'.");
        }
    }

    /** A proxy on this machine lends its address to everybody; what it says can cost access, never give it. */
    private static boolean isForwarded(Function<String, @Nullable String> headers) {
        return headers.apply("X-Forwarded-For") != null || headers.apply("Forwarded") != null;
    }

    private static @Nullable String bearer(Function<String, @Nullable String> headers) {
        String header = headers.apply("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /** Takes the same time wherever the two differ. */
    private static boolean matches(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
