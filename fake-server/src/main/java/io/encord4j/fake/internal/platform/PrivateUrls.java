package io.encord4j.fake.internal.platform;

import java.nio.charset.StandardCharsets;

/** The rules for URLs in a customer's bucket. Nobody can look there, so a URL without fault exists. */
final class PrivateUrls {

    static final int MOST_URLS = 1_000_000;
    static final int MOST_UNITS = 500_000;
    private static final int LONGEST_BYTES = 16 * 1024;

    private PrivateUrls() {}

    static void check(String url) {
        checkLength(url);
        if (url.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw RefusedException.invalid("The URL " + Quoted.value(url) + " contains white space.");
        }
    }

    /** Where files move to, official clients send white space as well. */
    static void checkLength(String url) {
        if (url.isEmpty()) {
            throw RefusedException.invalid("A URL is empty.");
        }
        if (url.length() > LONGEST_BYTES || url.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw RefusedException.invalid(
                    "The URL " + Quoted.value(url) + " is longer than " + LONGEST_BYTES + " bytes.");
        }
    }
}
