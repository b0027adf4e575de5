package io.encord4j.internal.workflow;

import io.encord4j.ErrorDetails;
import io.encord4j.InvalidValueException;
import io.encord4j.MalformedAnswerException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Looks at signed URLs before they are used. What is no absolute URL would be completed by the domain of the API, and files would go there; and
 * the errors of those who cannot use one show all of it.
 */
final class SignedUrls {
    private static final Pattern SCHEME = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private SignedUrls() {}

    /** A URL that the service has given. */
    static String ofService(String url) {
        return parsed(url)
                .orElseThrow(() -> new MalformedAnswerException(
                        ErrorDetails.of("The signed URL that the service has given is no absolute HTTP URL."), null));
    }

    /** A URL that the user has given. */
    static String ofUser(String url) {
        return parsed(url)
                .orElseThrow(() -> new InvalidValueException(
                        "signedUrl",
                        "The signed URL is no absolute HTTP URL.",
                        "Pass it on as the service has given it, from https:// to the end of its query."));
    }

    /** What is used is what was looked at: others read "http:x" as a path on the host of the API. */
    private static Optional<String> parsed(String url) {
        return SCHEME.matcher(url).lookingAt()
                ? Optional.ofNullable(HttpUrl.parse(url)).map(HttpUrl::toString)
                : Optional.empty();
    }
}
