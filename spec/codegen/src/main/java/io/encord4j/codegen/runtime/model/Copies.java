package io.encord4j.codegen.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies that nobody can change from outside; the order of maps is kept. */
final class Copies {
    private Copies() {}

    static <T> List<T> list(List<T> list) {
        return List.copyOf(list);
    }

    static <T> List<T> list(List<T> list, UnaryOperator<T> copier) {
        return list.stream().map(copier).toList();
    }

    static <T> List<@Nullable T> nullableList(List<@Nullable T> list) {
        return Collections.unmodifiableList(new ArrayList<>(list));
    }

    static <T> List<@Nullable T> nullableList(List<@Nullable T> list, UnaryOperator<T> copier) {
        List<@Nullable T> copy = new ArrayList<>(list.size());
        for (@Nullable T element : list) {
            copy.add(element == null ? null : copier.apply(element));
        }
        return Collections.unmodifiableList(copy);
    }

    static <T> Map<String, T> map(Map<String, T> map) {
        return map(map, UnaryOperator.identity());
    }

    static <T> Map<String, T> map(Map<String, T> map, UnaryOperator<T> copier) {
        Map<String, T> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(Objects.requireNonNull(key, "key"), copier.apply(Objects.requireNonNull(value, key))));
        return Collections.unmodifiableMap(copy);
    }

    static <T> Map<String, @Nullable T> nullableMap(Map<String, @Nullable T> map) {
        return nullableMap(map, UnaryOperator.identity());
    }

    static <T> Map<String, @Nullable T> nullableMap(Map<String, @Nullable T> map, UnaryOperator<T> copier) {
        Map<String, @Nullable T> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(Objects.requireNonNull(key, "key"), value == null ? null : copier.apply(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** A copy of a JSON object, with all that it holds. */
    static Map<String, @Nullable Object> jsonObject(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(Objects.requireNonNull(key, "key"), json(value)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A copy of a JSON value, with all that it holds.
     *
     * @throws IllegalArgumentException if it holds something that is no JSON value
     */
    static @Nullable Object json(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(json(element));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> {
                if (!(key instanceof String name)) {
                    throw new IllegalArgumentException("The keys of a JSON object are texts");
                }
                copy.put(name, json(element));
            });
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException(
                "Not a JSON value: " + value.getClass().getName() + "; use text, number, boolean, list, map or null");
    }
}
