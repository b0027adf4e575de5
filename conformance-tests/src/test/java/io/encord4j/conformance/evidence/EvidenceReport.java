package io.encord4j.conformance.evidence;

import io.encord4j.conformance.contract.Coverage;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.evidence.Assumptions.Assumption;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.evidence.EvidenceFile.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The notes of a run as a report for people and one for programs: kinds of evidence per operation, never one summed figure. */
final class EvidenceReport {

    private static final List<Kind> COLUMNS = List.of(Kind.VECTOR, Kind.SCENARIO, Kind.REFUSAL, Kind.FAULT, Kind.MODEL);

    private final SpecOperations operations;
    private final List<Note> notes;
    private final Coverage coverage;
    private final List<Assumption> assumptions;

    EvidenceReport(SpecOperations operations, List<Note> notes, Coverage coverage) {
        this.operations = operations;
        this.notes = notes;
        this.coverage = coverage;
        this.assumptions = Assumptions.all(operations);
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve("evidence-report.md"), markdown());
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("evidence-report.json").toFile(), json());
    }

    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add("Coverage of the spec by what ran:");
        coverage.summary().forEach(line -> lines.add("  " + line));
        coverage.gaps().forEach((kind, names) -> lines.add("  not seen, " + kind + ": " + String.join(", ", names)));
        lines.add("Reports: target/evidence-report.md, target/evidence-report.json");
        return lines;
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of(
                "# Evidence report",
                "",
                "Made from what ran in this build. A cell counts distinct pieces of evidence; an empty cell means that there is none.",
                "",
                "## Operations",
                "",
                "| operation | generations | repeatable | documented | "
                        + COLUMNS.stream().map(EvidenceReport::title).collect(Collectors.joining(" | "))
                        + " | assumptions |",
                "|---|---|---|---|" + "---:|".repeat(COLUMNS.size()) + "---|"));
        operations.all().forEach(operation -> lines.add(row(operation)));
        lines.addAll(List.of("", "## Where it ran", ""));
        suites().forEach(suite -> lines.add("* " + suite));
        lines.addAll(List.of("", "## Coverage of the spec", "", "```"));
        lines.addAll(coverage.summary());
        lines.add("```");
        coverage.gaps().forEach((kind, names) -> {
            lines.addAll(List.of("", "Not seen, " + kind + ":", ""));
            names.forEach(name -> lines.add("* `" + name + "`"));
        });
        lines.addAll(List.of("", "## Assumptions", ""));
        assumptions.forEach(assumption -> lines.add("* `%s`: %s".formatted(assumption.choice(), assumption.meaning())));
        return lines;
    }

    private String row(SpecOperation operation) {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        operation.id(),
                        String.join(", ", operation.generations()),
                        operation.repeatable() ? "yes" : "no",
                        operation.isDocumented() ? "yes" : "no",
                        COLUMNS.stream()
                                .map(kind -> cell(operation, kind).size())
                                .map(count -> count == 0 ? "" : String.valueOf(count))
                                .collect(Collectors.joining(" | ")),
                        String.join(", ", assumptionsOn(operation)));
    }

    private Set<String> suites() {
        return notes.stream().map(Note::suite).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> assumptionsOn(SpecOperation operation) {
        return assumptions.stream()
                .filter(assumption -> assumption.operations().contains(operation.id()))
                .map(Assumption::choice)
                .toList();
    }

    private Set<String> cell(SpecOperation operation, Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind && note.operation().equals(operation.id()))
                .map(note -> note.suite() + ": " + note.detail())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case VECTOR -> "golden vectors";
            case SCENARIO -> "scenarios";
            case REFUSAL -> "refusals";
            case FAULT -> "faults";
            case MODEL -> "model runs";
            case TOUCHED -> "touched";
        };
    }

    private Map<String, Object> json() {
        Map<String, Object> byOperation = new LinkedHashMap<>();
        operations.all().forEach(operation -> {
            Map<String, Object> evidence = new LinkedHashMap<>();
            evidence.put("generations", operation.generations());
            evidence.put("repeatable", operation.repeatable());
            evidence.put("documented", operation.isDocumented());
            COLUMNS.forEach(kind -> evidence.put(title(kind), cell(operation, kind)));
            evidence.put("assumptions", assumptionsOn(operation));
            byOperation.put(operation.id(), evidence);
        });
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("operations", byOperation);
        root.put("ranIn", suites());
        root.put("notSeen", coverage.gaps());
        root.put("assumptions", assumptions);
        return root;
    }
}
