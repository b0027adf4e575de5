package io.encord4j.fake.internal.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and addresses of hosts, as {@code Host} headers and URLs have them. */
public final class HostNames {

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private HostNames() {}

    /**
     * Tells whether a text can be a {@code Host} header.
     *
     * @param host the text
     * @return whether it is a name or an address, with a port or without
     */
    static boolean isHost(@Nullable String host) {
        return host != null && HOST_AND_PORT.matcher(host).matches();
    }

    /**
     * Takes the port off.
     *
     * @param host a {@code Host} header
     * @return the name or the address, or null if it has neither
     */
    public static @Nullable String withoutPort(@Nullable String host) {
        Matcher parts = HOST_AND_PORT.matcher(host == null ? "" : host);
        return parts.matches() ? parts.group(1) : null;
    }

    /**
     * Tells whether a name always leads to this machine.
     *
     * @param name a name or an address, with or without brackets
     * @return true for {@code localhost} and the addresses of the loopback interface
     */
    public static boolean isLoopback(String name) {
        return LOOPBACK.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Writes an address as URLs have it.
     *
     * @param host a name or an address
     * @return with brackets if it is an IPv6 address
     */
    public static String literal(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
