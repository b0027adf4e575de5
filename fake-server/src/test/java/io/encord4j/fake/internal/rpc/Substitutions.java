package io.encord4j.fake.internal.rpc;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in this run for the ids, keys and URLs of a recording; learnt by comparing answers. */
final class Substitutions {

    private static final int SHORTEST = 20;

    private final Map<String, String> actualByGolden = new LinkedHashMap<>();

    boolean knows(String golden) {
        return actualByGolden.containsKey(golden);
    }

    void learn(@Nullable Object golden, @Nullable Object actual) {
        if (golden instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            map.forEach((key, value) -> learn(value, other.get(key)));
        } else if (golden instanceof List<?> list && actual instanceof List<?> other) {
            for (int i = 0; i < Math.min(list.size(), other.size()); i++) {
                learn(list.get(i), other.get(i));
            }
        } else if (golden instanceof String text && actual instanceof String other && text.length() >= SHORTEST) {
            actualByGolden.putIfAbsent(text, other);
        }
    }

    void learnNumber(Object golden, Object actual) {
        actualByGolden.putIfAbsent("\"uid\": " + golden, "\"uid\": " + actual);
    }

    /** Replaces the longest first, since URLs contain ids. */
    String apply(String text) {
        List<String> longestFirst = actualByGolden.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String replaced = text;
        for (String golden : longestFirst) {
            replaced = replaced.replace(golden, actualByGolden.get(golden));
        }
        return replaced;
    }
}
