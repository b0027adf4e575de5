package io.encord4j.internal.workflow;

import io.encord4j.EncordException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists that are too long for one call. */
final class Chunks {
    /** What the service takes at once, as its official client assumes. */
    static final int SIZE = 1000;

    private Chunks() {}

    /**
     * Makes one call for each thousand values, and none for none. The error of a later call says, as a suppressed exception, what was
     * done before.
     */
    static <V extends @Nullable Object, R> List<R> map(List<V> values, Function<List<V>, List<R>> call) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < values.size(); from += SIZE) {
            try {
                results.addAll(call.apply(values.subList(from, Math.min(from + SIZE, values.size()))));
            } catch (EncordException e) {
                if (from > 0) {
                    e.addSuppressed(new IllegalStateException("The calls before have succeeded, for the first " + from
                            + " of " + values.size() + "; this one was for what comes next."));
                }
                throw e;
            }
        }
        return results;
    }

    /** The same without results. */
    static <V extends @Nullable Object> void perform(List<V> values, Consumer<List<V>> call) {
        map(values, some -> {
            call.accept(some);
            return List.of();
        });
    }
}
