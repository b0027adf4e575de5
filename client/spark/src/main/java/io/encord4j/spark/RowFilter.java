package io.encord4j.spark;

import io.encord4j.DataRowFilter;
import io.encord4j.DataType;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringEndsWith;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;

/**
 * What the service is asked for. It may answer with more than the filters of Spark let through, never with less, and Spark filters again: the
 * service compares times to the second, and knows one pattern, one title and one window of time.
 */
final class RowFilter implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** More than the precision of times on the wire. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private @Nullable String titleEq;
    private @Nullable String titleLike;
    private @Nullable Instant before;
    private @Nullable Instant after;
    // Serializable, as sets of the JDK are.
    private @Nullable Set<String> types;
    private @Nullable Set<String> hashes;

    /** Takes what the service understands of a filter; tells whether that was anything. */
    boolean accept(Filter filter) {
        if (filter instanceof EqualTo equal) {
            return equal(equal.attribute(), equal.value());
        }
        if (filter instanceof In in) {
            return in(
                    in.attribute(),
                    Arrays.stream(in.values()).filter(Objects::nonNull).toList());
        }
        if (filter instanceof StringStartsWith starts) {
            return like(starts.attribute(), starts.value(), "", "%");
        }
        if (filter instanceof StringContains contains) {
            return like(contains.attribute(), contains.value(), "%", "%");
        }
        if (filter instanceof StringEndsWith ends) {
            return like(ends.attribute(), ends.value(), "%", "");
        }
        if (filter instanceof GreaterThan greater) {
            return after(greater.attribute(), greater.value());
        }
        if (filter instanceof GreaterThanOrEqual greater) {
            return after(greater.attribute(), greater.value());
        }
        if (filter instanceof LessThan less) {
            return before(less.attribute(), less.value());
        }
        return filter instanceof LessThanOrEqual less && before(less.attribute(), less.value());
    }

    private boolean equal(String attribute, Object value) {
        if (is(RowColumns.DATA_TITLE, attribute) && titleEq == null) {
            titleEq = (String) value;
            return true;
        }
        return is(RowColumns.CREATED_AT, attribute)
                ? after(attribute, value) && before(attribute, value)
                : in(attribute, List.of(value));
    }

    private boolean in(String attribute, Collection<?> values) {
        TreeSet<String> texts = new TreeSet<>();
        values.forEach(value -> texts.add(value.toString()));
        if (is(RowColumns.DATA_TYPE, attribute)) {
            types = both(types, texts);
            return true;
        }
        if (is(RowColumns.DATA_HASH, attribute)) {
            hashes = both(hashes, texts);
            return true;
        }
        return false;
    }

    private static Set<String> both(@Nullable Set<String> some, Set<String> others) {
        if (some != null) {
            others.retainAll(some);
        }
        return others;
    }

    private boolean like(String attribute, String text, String before, String after) {
        // A pattern has no agreed way to write its special characters as themselves; a wildcard matches them and more.
        if (is(RowColumns.DATA_TITLE, attribute) && titleLike == null && text.indexOf('\\') < 0) {
            titleLike = before + text.replace('%', '_') + after;
            return true;
        }
        return false;
    }

    private boolean after(String attribute, Object value) {
        if (is(RowColumns.CREATED_AT, attribute)) {
            narrow(time(value).minus(MARGIN), null);
            return true;
        }
        return false;
    }

    private boolean before(String attribute, Object value) {
        if (is(RowColumns.CREATED_AT, attribute)) {
            narrow(null, time(value).plus(MARGIN));
            return true;
        }
        return false;
    }

    private void narrow(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && (after == null || from.isAfter(after))) {
            after = from;
        }
        if (to != null && (before == null || to.isBefore(before))) {
            before = to;
        }
    }

    private static Instant time(Object value) {
        return value instanceof Instant time ? time : ((java.sql.Timestamp) value).toInstant();
    }

    private static boolean is(String column, String attribute) {
        return column.equals(attribute.toLowerCase(Locale.ROOT));
    }

    /** Whether no row can pass. */
    boolean isEmpty() {
        return (types != null && types.isEmpty()) || (hashes != null && hashes.isEmpty());
    }

    /** What to ask for, for one window. */
    DataRowFilter of(Windows.Window window, boolean metadata) {
        RowFilter narrowed = new RowFilter();
        narrowed.narrow(after, before);
        narrowed.narrow(
                window.from() == null ? null : window.from().minus(MARGIN),
                window.to() == null ? null : window.to().plus(MARGIN));
        DataRowFilter.Builder filter = DataRowFilter.builder().fetchClientMetadata(metadata);
        if (titleEq != null) {
            filter.titleEq(titleEq);
        }
        if (titleLike != null) {
            filter.titleLike(titleLike);
        }
        if (narrowed.after != null) {
            filter.createdAfter(narrowed.after);
        }
        if (narrowed.before != null) {
            filter.createdBefore(narrowed.before);
        }
        if (types != null) {
            filter.dataTypes(types.stream().map(DataType::new).toArray(DataType[]::new));
        }
        if (hashes != null) {
            filter.dataHashes(hashes);
        }
        return filter.build();
    }
}
