package io.encord4j.conformance.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as it came out: a row per operation, a column per fault, no cell left out. */
final class FaultTable {

    private final Map<String, Map<FaultKind, String>> rows = new TreeMap<>();

    /** Notes one cell. */
    synchronized void put(String operation, FaultKind kind, String cell) {
        rows.computeIfAbsent(operation, ignored -> new EnumMap<>(FaultKind.class))
                .put(kind, cell);
    }

    /** The cells that nobody filled. */
    synchronized List<String> missing(List<String> operations) {
        List<String> missing = new ArrayList<>();
        for (String operation : operations) {
            for (FaultKind kind : FaultKind.values()) {
                if (!rows.getOrDefault(operation, Map.of()).containsKey(kind)) {
                    missing.add(operation + ": " + kind.title());
                }
            }
        }
        return missing;
    }

    /** The table as text, with its legend. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Fault matrix. ok N: succeeded, sent N times. no N: the right error after N times. un N: undecided, which the caller is told;");
        lines.add(
                "an upload that failed was retried, and had its effect exactly once then. + the work was done exactly once, - not at all");
        lines.add(
                "(of the whole upload, where the operation is a part of one). A dot: cannot happen (no JSON answer, or nobody reads it; no");
        lines.add("file sent; no signed URL).");
        List<FaultKind> kinds = List.of(FaultKind.values());
        for (int i = 0; i < kinds.size(); i++) {
            lines.add("  %2d %s".formatted(i + 1, kinds.get(i).title()));
        }
        lines.add(line(
                "operation",
                Stream.iterate(1, i -> i + 1)
                        .limit(kinds.size())
                        .map(String::valueOf)
                        .toList()));
        rows.forEach((operation, cells) -> lines.add(line(
                operation,
                kinds.stream().map(kind -> cells.getOrDefault(kind, "?")).toList())));
        return lines;
    }

    private String line(String name, List<String> cells) {
        int width = 2 + rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        return name
                + " ".repeat(Math.max(0, width - name.length()))
                + cells.stream().map("%-6s"::formatted).collect(Collectors.joining());
    }
}
