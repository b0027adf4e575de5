package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the shapes of answers. */
final class Shapes {

    /** Keys of which the form is free: a list or a text with a list, the place of a group's video. */
    private static final Set<String> FREE = Set.of("scopes", "file_link");

    private Shapes() {}

    /**
     * Demands every key of the golden answer that has a value there, and the same kinds of values.
     *
     * @param sameSize whether lists must be as long as in the golden answer; otherwise only not empty
     */
    static void compare(String path, @Nullable Object golden, @Nullable Object actual, boolean sameSize) {
        if (golden == null || actual == null) {
            return;
        }
        if (golden instanceof Map<?, ?> map) {
            assertThat(actual).as(path).isInstanceOf(Map.class);
            compareObjects(path, map, (Map<?, ?>) actual, sameSize);
        } else if (golden instanceof List<?> list) {
            assertThat(actual).as(path).isInstanceOf(List.class);
            compareLists(path, list, (List<?>) actual, sameSize);
        } else {
            assertThat(kind(actual)).as(path).isEqualTo(kind(golden));
        }
    }

    private static void compareObjects(String path, Map<?, ?> golden, Map<?, ?> actual, boolean sameSize) {
        golden.forEach((key, value) -> {
            String name = path + "." + key;
            if (value != null && !FREE.contains(key)) {
                assertThat(actual.containsKey(key)).as(name + " is there").isTrue();
                compare(name, value, actual.get(key), sameSize);
            }
        });
    }

    private static void compareLists(String path, List<?> golden, List<?> actual, boolean sameSize) {
        if (sameSize) {
            assertThat(actual).as(path).hasSameSizeAs(golden);
        }
        if (!golden.isEmpty()) {
            assertThat(actual).as(path).isNotEmpty();
            for (int i = 0; i < actual.size(); i++) {
                compare(path + "[" + i + "]", golden.get(Math.min(i, golden.size() - 1)), actual.get(i), sameSize);
            }
        }
    }

    /** Lists the keys of all objects within a value, those of free-form objects excepted. */
    static Set<String> keys(@Nullable Object value) {
        Set<String> keys = new TreeSet<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                keys.add((String) key);
                keys.addAll(keys(inner));
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> keys.addAll(keys(element)));
        }
        return keys;
    }

    private static String kind(Object leaf) {
        return leaf instanceof Number ? "number" : leaf.getClass().getSimpleName();
    }
}
