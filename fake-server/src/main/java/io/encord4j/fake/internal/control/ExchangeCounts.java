package io.encord4j.fake.internal.control;

import io.encord4j.fake.journal.JournalEntry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How many exchanges of which kind are over on a server. Safe for use by many threads. */
public final class ExchangeCounts {

    private record Kind(String operation, int status) {}

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    public ExchangeCounts() {}

    /** Counts an exchange. */
    public void count(JournalEntry entry) {
        // Whatever a client makes up has a slash in it; the names of operations have none.
        String operation = entry.operation().contains("/") ? "unknown" : entry.operation();
        counts.computeIfAbsent(new Kind(operation, entry.status()), kind -> new LongAdder())
                .increment();
    }

    /** Writes the samples of a metric, one line each. */
    String samples(String metric) {
        return counts.entrySet().stream()
                .map(entry -> metric + "{operation=\"" + entry.getKey().operation() + "\",status=\""
                        + entry.getKey().status() + "\"} " + entry.getValue().sum() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
