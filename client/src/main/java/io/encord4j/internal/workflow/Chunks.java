package io.encord4j.internal.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that are too long for one call. */
final class Chunks {
    /** What the service takes at once, as its official client assumes. */
    static final int SIZE = 1000;

    private Chunks() {}

    /** Makes one call for each thousand values, and none for none. */
    static <V, R> List<R> map(List<V> values, Function<List<V>, List<R>> call) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < values.size(); from += SIZE) {
            results.addAll(call.apply(values.subList(from, Math.min(from + SIZE, values.size()))));
        }
        return results;
    }
}
