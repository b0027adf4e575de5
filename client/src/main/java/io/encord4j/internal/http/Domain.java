package io.encord4j.internal.http;

import io.encord4j.InvalidValueException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The base URL of the API. */
public final class Domain {

    private Domain() {}

    /**
     * Checks a domain.
     *
     * @param domain what the user gave
     * @return the same without a slash at the end
     * @throws InvalidValueException if it is anything but scheme, host and port
     */
    public static String normalise(String domain) {
        HttpUrl url = HttpUrl.parse(domain.strip());
        if (url == null) {
            // Not shown whole: whatever was pasted here by mistake may be a secret.
            throw invalid("The domain is no http or https URL.");
        }
        String problem = problem(url);
        if (problem != null) {
            throw invalid("The domain " + url.scheme() + "://" + url.host() + " has " + problem + ".");
        }
        String text = url.toString();
        return text.substring(0, text.length() - 1);
    }

    private static @Nullable String problem(HttpUrl url) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return "a user name or password";
        }
        if (url.query() != null) {
            return "a query";
        }
        if (url.fragment() != null) {
            return "a fragment";
        }
        return url.encodedPath().equals("/") ? null : "a path";
    }

    private static InvalidValueException invalid(String problem) {
        return new InvalidValueException(
                "domain", problem, "It must be scheme, host and port only, such as https://api.encord.com.");
    }
}
