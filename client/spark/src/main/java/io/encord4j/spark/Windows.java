package io.encord4j.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.read.InputPartition;
import org.jspecify.annotations.Nullable;

/** Windows of creation time, one a partition. Each row is in exactly one. */
final class Windows {
    private Windows() {}

    /**
     * Rows that were created at a time from the first to before the second.
     *
     * @param from null for no limit
     * @param to null for no limit
     */
    record Window(@Nullable Instant from, @Nullable Instant to) implements InputPartition {
        static final Window ALL = new Window(null, null);

        @Override
        public String[] preferredLocations() {
            return new String[0];
        }

        /** Whether a row is in it; one without a readable time is where the service has found it. */
        boolean contains(@Nullable Instant time) {
            return time == null || ((from == null || !time.isBefore(from)) && (to == null || time.isBefore(to)));
        }
    }

    static List<Window> of(Options options) {
        int count = options.number("partitions", 1, 1, 100_000);
        if (count == 1) {
            return List.of(Window.ALL);
        }
        Instant from = demand(options.time("createdFrom"), "createdFrom");
        Instant to = demand(options.time("createdTo"), "createdTo");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "The option \"createdFrom\" is %s, and must be before \"createdTo\", %s.".formatted(from, to));
        }
        Duration step = Duration.between(from, to).dividedBy(count);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(new Window(
                    i == 0 ? null : from.plus(step.multipliedBy(i)),
                    i == count - 1 ? null : from.plus(step.multipliedBy(i + 1L))));
        }
        return windows;
    }

    private static Instant demand(Optional<Instant> time, String name) {
        return time.orElseThrow(() -> new IllegalArgumentException(
                "The option \"%s\" is missing. With \"partitions\" it says where the windows are.".formatted(name)));
    }
}
