package io.encord4j.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The one place that redacts secrets, in every text that did not come from this library: what a server says, and what
 * failures beneath say. Knows the secrets of its client, and what secrets of others look like. Control characters are escaped.
 */
public final class Redaction {

    /** What stands where a secret was. */
    static final String MARK = "██";

    private static final int LONGEST_TEXT = 2_000;

    /** Shorter ones are versions, dates and the like, and would redact harmless words. */
    private static final int SHORTEST_PARAMETER = 12;

    private static final List<Pattern> SHAPES = List.of(
            // The query of a URL: signatures and tokens of the cloud storages stand there.
            Pattern.compile("(?<=\\?)[^\\s\"'<>?]*=[^\\s\"'<>]*"),
            Pattern.compile("(?<=://)[^\\s/@\"'<>]{1,200}(?=@)"),
            Pattern.compile("(?i)(?<=bearer )[^\\s\"',;]+"),
            Pattern.compile("(?i)(?<=authorization[\"']?[:=] ?)[^\\r\\n,}]+"),
            Pattern.compile("\\b[0-9a-f]{64}:[0-9a-f]{128}\\b"),
            Pattern.compile("(?<=encord-sig=:)[A-Za-z0-9+/=]+(?=:)"),
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"));

    /** What could forge a line of a log: line ends, control characters, changes of direction. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private final List<String> secrets;

    /**
     * A redaction for one client.
     *
     * @param secrets texts that must appear nowhere
     */
    public Redaction(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** The same, with the parameters of signed URLs among the secrets. */
    Redaction andOf(List<HttpUrl> signedUrls) {
        List<String> more = new ArrayList<>(secrets);
        for (HttpUrl url : signedUrls) {
            for (int i = 0; i < url.querySize(); i++) {
                String value = url.queryParameterValue(i);
                if (value != null && value.length() >= SHORTEST_PARAMETER) {
                    more.add(value);
                }
            }
        }
        return new Redaction(more);
    }

    /** The text without secrets, and not longer than is useful. */
    public String text(String text) {
        String clean = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MARK);
            clean = withoutBeginning(clean, secret);
        }
        for (Pattern shape : SHAPES) {
            clean = shape.matcher(clean).replaceAll(MARK);
        }
        return CONTROL.matcher(clean)
                .replaceAll(control -> escaped(control.group().charAt(0)));
    }

    private static String escaped(char control) {
        return Matcher.quoteReplacement(
                switch (control) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> "\\u%04x".formatted((int) control);
                });
    }

    /** The failure, if neither its message nor those of its causes hold a secret; otherwise a copy without them. */
    public Throwable cause(Throwable failure) {
        return isClean(failure) ? failure : copy(failure, 0);
    }

    /** A secret that the length limit cut in two is still a secret. */
    private static String withoutBeginning(String text, String secret) {
        if (!text.endsWith("…")) {
            return text;
        }
        String end = text.substring(0, text.length() - 1);
        for (int length = Math.min(secret.length(), end.length()); length >= 4; length--) {
            if (end.endsWith(secret.substring(0, length))) {
                return end.substring(0, end.length() - length) + MARK;
            }
        }
        return text;
    }

    private boolean isClean(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage();
            if (++depth > 20 || (message != null && !text(message).equals(message))) {
                return false;
            }
            for (Throwable suppressed : each.getSuppressed()) {
                if (!isClean(suppressed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Throwable copy(Throwable failure, int depth) {
        @Nullable String message = failure.getMessage();
        String clean = failure.getClass().getName() + (message == null ? "" : ": " + text(message));
        Throwable beneath = failure.getCause();
        Throwable copy = new IOException(clean, beneath == null || depth > 20 ? null : copy(beneath, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
