package io.encord4j;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Refuses arguments that cannot be used, by the name of their parameter. */
final class Arguments {
    /** What the service, which is written in Python, can represent. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Arguments() {}

    /** Copies a collection that may not hold null. */
    static <T> List<T> list(Collection<? extends T> values, String name) {
        List<T> copy = new ArrayList<>(Objects.requireNonNull(values, name));
        for (int i = 0; i < copy.size(); i++) {
            Objects.requireNonNull(copy.get(i), name + "[" + i + "]");
        }
        return Collections.unmodifiableList(copy);
    }

    static Instant time(Instant time, String name) {
        Objects.requireNonNull(time, name);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw InvalidValueException.outOfRange(name, time, "from " + EARLIEST + " to " + LATEST);
        }
        return time;
    }

    static Duration notNegative(Duration duration, String name) {
        if (Objects.requireNonNull(duration, name).isNegative()) {
            throw InvalidValueException.outOfRange(name, duration, "zero or a positive duration");
        }
        return duration;
    }

    /** An id that the service has given: a hash, or the id of an integration or job. */
    static String id(String id, String name) {
        if (Objects.requireNonNull(id, name).isBlank()) {
            throw new InvalidValueException(
                    name, "The " + name + " is blank.", "Pass the id as the service returned it.");
        }
        return id;
    }
}
