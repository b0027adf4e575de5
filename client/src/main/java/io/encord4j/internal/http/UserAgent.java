package io.encord4j.internal.http;

import io.encord4j.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code User-Agent} header. */
public final class UserAgent {

    private static final Pattern PRODUCTS;

    static {
        String token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
        String product = token + "(?:/" + token + ")?";
        PRODUCTS = Pattern.compile(product + "(?: +" + product + ")*");
    }

    private UserAgent() {}

    /**
     * The whole header.
     *
     * @param suffix a checked suffix, or null
     * @return {@code encord4j/{version} java/{version}}, and the suffix
     */
    static String header(@Nullable String suffix) {
        String own = "encord4j/" + libraryVersion() + " java/" + asToken(System.getProperty("java.version", "unknown"));
        return suffix == null ? own : own + " " + suffix;
    }

    /**
     * Checks a suffix.
     *
     * @param suffix what the user gave
     * @return the same without blanks around it
     * @throws InvalidValueException if it is not one or more products as in RFC 9110
     */
    public static String checkedSuffix(String suffix) {
        String trimmed = suffix.strip();
        if (!PRODUCTS.matcher(trimmed).matches()) {
            throw new InvalidValueException(
                    "userAgentSuffix",
                    "The user-agent suffix is not a list of products.",
                    "Give one or more of name or name/version, separated by blanks, in ASCII without quotes and brackets.");
        }
        return trimmed;
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = UserAgent.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The resource version.properties of encord4j cannot be read", e);
        }
        return asToken(properties.getProperty("version", "unknown"));
    }

    private static String asToken(String version) {
        return version.replaceAll("[^0-9A-Za-z.+_-]", "_");
    }
}
