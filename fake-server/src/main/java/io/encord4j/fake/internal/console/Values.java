package io.encord4j.fake.internal.console;

import io.encord4j.fake.Completion;
import io.encord4j.fake.ReEncodePlan;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options; what makes no sense is refused by the option's name. */
final class Values {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmg]?)");
    private static final Pattern POLLS = Pattern.compile("polls=([0-9]{1,6})");
    private static final long KILO = 1024;

    private Values() {}

    static long size(String option, String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    option + " is a number of bytes such as 500000 or 64m, not " + text + ".");
        }
        long unit = switch (size.group(2)) {
            case "k" -> KILO;
            case "m" -> KILO * KILO;
            case "g" -> KILO * KILO * KILO;
            default -> 1;
        };
        return Long.parseLong(size.group(1)) * unit;
    }

    static String url(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--public-url is not a URL: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "--public-url is like https://fake.example:8443, without a path, not " + text + ".");
    }

    static ReEncodePlan reEncoding(String text) {
        boolean fails = text.endsWith(",fail");
        String when = fails ? text.substring(0, text.length() - ",fail".length()) : text;
        return new ReEncodePlan(completion(when), fails, Set.of());
    }

    private static Completion completion(String when) {
        Matcher polls = POLLS.matcher(when);
        if (polls.matches()) {
            return new Completion.AfterPolls(Integer.parseInt(polls.group(1)));
        }
        return switch (when) {
            case "now" -> new Completion.Immediately();
            case "hand" -> new Completion.ByHand();
            default -> new Completion.After(duration("--re-encode", when));
        };
    }

    private static Duration duration(String option, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + " takes a duration such as PT30S, not " + text + ".", e);
        }
    }
}
