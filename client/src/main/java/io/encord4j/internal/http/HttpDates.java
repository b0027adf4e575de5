package io.encord4j.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates and delays in HTTP headers. What cannot be read is as good as absent. */
final class HttpDates {

    /** Longer delays are nobody's plan; a limit keeps arithmetic safe. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);

    private HttpDates() {}

    static @Nullable Instant parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Reads {@code Retry-After}: seconds, or a date.
     *
     * @param now the time of the answer, for a date
     */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (value.matches("[0-9]{1,8}")) {
            return shortest(Duration.ofSeconds(Long.parseLong(value)));
        }
        if (value.matches("[0-9]+")) {
            return LONGEST_DELAY;
        }
        Instant date = parse(value);
        if (date == null) {
            return null;
        }
        Duration delay = Duration.between(now, date);
        return delay.isNegative() ? Duration.ZERO : shortest(delay);
    }

    private static Duration shortest(Duration delay) {
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
