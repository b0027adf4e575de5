package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.IncomingRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: the credential of the request, API keys and tokens by the names of their fields, private
 * keys, and the queries of URLs, which may be signatures.
 */
final class Redaction {

    private static final String REDACTED = "(redacted)";
    private static final int SHORTEST_CREDENTIAL = 8;

    /** JSON may stand in a string of JSON, with a backslash before each quotation mark. */
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "(\\\\{0,4}\"(?:api_key|token|private_key|secret|password)\\\\{0,4}\"\\s*+:\\s*+\\\\{0,4}\")"
                    + "[^\"\\\\]*+");

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[^\\s\"<>]++");
    private static final Pattern AFTER_SCHEME = Pattern.compile(":(?:\\\\{0,4}/){2}");
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?|\\\\u003[fF]");

    private final String credential;

    private Redaction(String credential) {
        this.credential = credential;
    }

    /** Redacts what is said about a request. */
    static Redaction of(IncomingRequest request) {
        String header = request.header("Authorization");
        return new Redaction(header == null ? "" : header.substring(header.lastIndexOf(' ') + 1));
    }

    String redact(String text) {
        String shown = credential.length() < SHORTEST_CREDENTIAL ? text : text.replace(credential, REDACTED);
        shown = SECRET_FIELD.matcher(shown).replaceAll("$1" + REDACTED);
        shown = PRIVATE_KEY.matcher(shown).replaceAll(REDACTED);
        return WORD.matcher(shown).replaceAll(word -> Matcher.quoteReplacement(withoutQuery(word.group())));
    }

    private static String withoutQuery(String word) {
        Matcher scheme = AFTER_SCHEME.matcher(word);
        Matcher query = QUESTION_MARK.matcher(word);
        return scheme.find() && query.find(scheme.end()) ? word.substring(0, query.end()) + REDACTED : word;
    }
}
