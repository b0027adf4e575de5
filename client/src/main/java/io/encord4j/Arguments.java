package io.encord4j;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that cannot be used, by the name of their parameter. */
final class Arguments {
    /** What the service, which is written in Python, can represent. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Less than what writers of JSON allow, since the metadata is inside of other objects. */
    private static final int DEEPEST = 200;

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

    /** A text that JSON can carry, which half of a surrogate pair is not. */
    static String text(String text, String name) {
        Objects.requireNonNull(text, name);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new InvalidValueException(
                            name,
                            "The " + name + " has half of a surrogate pair at index " + i + ".",
                            "Pass well-formed Unicode.");
                }
                i++;
            }
        }
        return text;
    }

    /** Copies an object of JSON, and refuses what JSON cannot hold. */
    static Map<String, @Nullable Object> json(Map<?, ? extends @Nullable Object> object, String name) {
        return object(Objects.requireNonNull(object, name), name, 0);
    }

    private static Map<String, @Nullable Object> object(
            Map<?, ? extends @Nullable Object> object, String name, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (!(key instanceof String field)) {
                throw notJson(name, "has a key that is not a string");
            }
            copy.put(text(field, name), value(value, name + "." + field, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(@Nullable Object value, String name, int depth) {
        if (depth > DEEPEST) {
            throw notJson(name, "is nested more than " + DEEPEST + " levels deep, or contains itself");
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, name, depth);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element, name + "[" + copy.size() + "]", depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof String text) {
            return text(text, name);
        }
        if (value instanceof Double || value instanceof Float) {
            if (!Double.isFinite(((Number) value).doubleValue())) {
                throw notJson(name, "is " + value);
            }
            return value;
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        throw notJson(name, "is a " + value.getClass().getName());
    }

    private static InvalidValueException notJson(String name, String problem) {
        return new InvalidValueException(
                name,
                "The " + name + " " + problem + ".",
                "Pass strings, finite numbers, booleans, nulls, lists, and maps with string keys.");
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
