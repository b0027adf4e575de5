package io.encord4j.fake.internal.storage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of an object a request asks for. Several ranges at once are answered with the whole, as RFC 9110 allows. */
sealed interface ByteRange {

    /** All bytes. */
    record Whole() implements ByteRange {}

    /** Bytes {@code from} to {@code to}, both included. */
    record Part(long from, long to) implements ByteRange {
        long length() {
            return to - from + 1;
        }
    }

    /** No byte of the object. */
    record Unsatisfiable() implements ByteRange {}

    Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    static ByteRange of(List<String> rangeHeaders, long size) {
        if (rangeHeaders.size() != 1) {
            return new Whole();
        }
        Matcher form = FORM.matcher(rangeHeaders.get(0).strip());
        if (!form.matches()) {
            return new Whole();
        }
        String first = form.group(1);
        String last = form.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from < size ? new Part(from, to) : new Unsatisfiable();
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }
}
