package io.encord4j.codegen.runtime.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Points in time as texts. Reading accepts every format of the wire and its relatives: a date, alone or with {@code T}
 * or a blank and a time, with or without seconds and fraction, and an offset, {@code Z}, {@code UTC}, {@code GMT} or
 * nothing, which means UTC; also RFC 1123. Blanks around it, and before the offset, do not matter; digits beyond
 * nanoseconds are cut.
 */
public final class WireTime {
    private static final int DATE = 10;
    private static final int DATE_AND_MINUTES = 16;
    private static final int DATE_AND_TIME = 19;
    private static final int NANOS = 9;
    private static final int LONGEST = 64;
    private static final int[] POWERS_OF_TEN = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private WireTime() {}

    /**
     * Reads a point in time.
     *
     * @param text the text
     * @return the point in time
     * @throws DateTimeException if the text is none of the formats; the message says what was expected
     */
    public static Instant parse(String text) {
        boolean whole = text.length() >= DATE_AND_TIME && startsWithMinutes(text) && text.charAt(16) == ':';
        boolean blankAtEnd = whole && text.charAt(text.length() - 1) == ' ';
        return whole && !blankAtEnd ? parseDateAndTime(text) : parseRelative(text);
    }

    private static boolean startsWithMinutes(String text) {
        return text.length() >= DATE_AND_MINUTES
                && startsWithDate(text)
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ' || text.charAt(10) == 't')
                && text.charAt(13) == ':';
    }

    private static boolean startsWithDate(String text) {
        return text.length() >= DATE && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private static Instant parseRelative(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw unreadable(text);
        }
        if (stripped.length() == DATE && startsWithDate(stripped)) {
            return parseDateAndTime(stripped + "T00:00:00");
        }
        if (!startsWithMinutes(stripped)) {
            return parseRfc1123(stripped);
        }
        boolean seconds = stripped.length() >= DATE_AND_TIME && stripped.charAt(16) == ':';
        return parseDateAndTime(
                seconds
                        ? stripped
                        : stripped.substring(0, DATE_AND_MINUTES) + ":00" + stripped.substring(DATE_AND_MINUTES));
    }

    private static Instant parseDateAndTime(String text) {
        long day = epochDay(text, digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw unreadable(text);
        }
        int end = endOfFraction(text);
        int count = Math.min(end - DATE_AND_TIME - 1, NANOS);
        int nanos = count < 1 ? 0 : digits(text, DATE_AND_TIME + 1, DATE_AND_TIME + 1 + count) * POWERS_OF_TEN[count];
        long local = day * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(local - offsetSeconds(text, end), nanos);
    }

    /** Where the digits after the point end; if there is no point, where the seconds end. */
    private static int endOfFraction(String text) {
        int end = DATE_AND_TIME;
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end++;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == DATE_AND_TIME + 1) {
                throw unreadable(text);
            }
        }
        return end;
    }

    private static int offsetSeconds(String text, int start) {
        int from = start;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int rest = text.length() - from;
        if (rest == 0 || (rest == 3 && (text.endsWith("UTC") || text.endsWith("GMT")))) {
            return 0;
        }
        char sign = text.charAt(from);
        if (rest == 1 && (sign == 'Z' || sign == 'z')) {
            return 0;
        }
        boolean colon = rest == 6 && text.charAt(from + 3) == ':';
        if ((sign != '+' && sign != '-') || (rest != 3 && rest != 5 && !colon)) {
            throw unreadable(text);
        }
        int hours = digits(text, from + 1, from + 3);
        int minutes = rest == 3 ? 0 : digits(text, text.length() - 2, text.length());
        if (hours > 18 || minutes > 59) {
            throw unreadable(text);
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** Days since 1970-01-01 in the Gregorian calendar; years start in March, so that leap days come last. */
    private static long epochDay(String text, int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > daysOf(month, year)) {
            throw unreadable(text);
        }
        int shiftedYear = month > 2 ? year : year - 1;
        int era = Math.floorDiv(shiftedYear, 400);
        int yearOfEra = shiftedYear - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    private static int daysOf(int month, int year) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw unreadable(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static Instant parseRfc1123(String text) {
        String utc = text.endsWith(" UTC") ? text.substring(0, text.length() - 3) + "GMT" : text;
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(utc));
        } catch (DateTimeException e) {
            DateTimeException clearer = unreadable(text);
            clearer.addSuppressed(e);
            throw clearer;
        }
    }

    private static DateTimeException unreadable(String text) {
        return new DateTimeException("Expected a date and time such as 2030-01-31T23:59:59+00:00 but got "
                + (text.length() > LONGEST ? text.length() + " characters" : "'" + text + "'"));
    }

    /**
     * Writes {@code 2030-01-01T00:00:00+00:00}, with a fraction of six digits only if it is not zero.
     *
     * @param instant the point in time, in the years 0 to 9999
     * @return the text
     * @throws DateTimeException if the year has more than four digits
     */
    public static String formatDateTime(Instant instant) {
        return dateAndTime(instant, 'T', true).append("+00:00").toString();
    }

    /**
     * Writes {@code 2030-01-01T00:00:00}, with a fraction of six digits only if it is not zero; UTC is meant.
     *
     * @param instant the point in time, in the years 0 to 9999
     * @return the text
     * @throws DateTimeException if the year has more than four digits
     */
    public static String formatLocalDateTime(Instant instant) {
        return dateAndTime(instant, 'T', true).toString();
    }

    /**
     * Writes {@code 2030-01-01 00:00:00}; UTC is meant, and the fraction is cut off.
     *
     * @param instant the point in time, in the years 0 to 9999
     * @return the text
     * @throws DateTimeException if the year has more than four digits
     */
    public static String formatSecondsUtc(Instant instant) {
        return dateAndTime(instant, ' ', false).toString();
    }

    private static StringBuilder dateAndTime(Instant instant, char separator, boolean fraction) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            throw new DateTimeException("The year " + utc.getYear() + " cannot be written with four digits");
        }
        StringBuilder text = new StringBuilder(32);
        append(text, utc.getYear(), 1_000);
        append(text.append('-'), utc.getMonthValue(), 10);
        append(text.append('-'), utc.getDayOfMonth(), 10);
        append(text.append(separator), utc.getHour(), 10);
        append(text.append(':'), utc.getMinute(), 10);
        append(text.append(':'), utc.getSecond(), 10);
        int micros = utc.getNano() / 1_000;
        if (fraction && micros != 0) {
            append(text.append('.'), micros, 100_000);
        }
        return text;
    }

    private static void append(StringBuilder text, int value, int highestPower) {
        for (int power = highestPower; power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
    }
}
