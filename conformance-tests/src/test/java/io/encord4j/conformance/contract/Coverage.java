package io.encord4j.conformance.contract;

import io.encord4j.conformance.contract.SpecFiles.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operations, statuses, tokens, parameters and fields of the spec were seen on the wire, and which were not. */
public final class Coverage {

    private final SpecOperations operations;
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    /** Nothing seen yet of these operations. */
    public Coverage(SpecOperations operations) {
        this.operations = operations;
    }

    void answered(SpecOperation operation, int status) {
        note("status", operation.id() + " " + status);
    }

    void refused(SpecOperation operation, String token) {
        note("token", operation.id() + " " + token);
    }

    void parameter(SpecOperation operation, String name) {
        note("parameter", operation.id() + " " + name);
    }

    void fields(SpecOperation operation, Set<Fields> fields) {
        fields.forEach(field -> note("field", field.toString()));
        fields.forEach(field -> note("schema of " + operation.id(), field.schema()));
    }

    /** Hands out everything that was seen, as kind and name. */
    public void forEachSeen(BiConsumer<String, String> consumer) {
        seen.forEach((kind, names) -> names.forEach(name -> consumer.accept(kind, name)));
    }

    /** The operations that were answered with success. */
    public Set<String> succeeded() {
        return operations.all().stream()
                .filter(operation -> has("status", operation.id() + " 200"))
                .map(SpecOperation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The refusals of an operation that were seen, as tokens for RPC and as statuses otherwise. */
    public Set<String> refusals(SpecOperation operation) {
        return documentedRefusals(operation)
                .filter(refusal -> has(kindOf(operation), operation.id() + " " + refusal))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was documented and not seen, by kind; kinds without a gap are absent. */
    public Map<String, List<String>> gaps() {
        Map<String, List<String>> gaps = new TreeMap<>();
        Map<String, Set<String>> documented = documented();
        documented.forEach((kind, names) -> {
            List<String> missing =
                    names.stream().filter(name -> !has(kind, name)).toList();
            if (!missing.isEmpty()) {
                gaps.put(kind, missing);
            }
        });
        return gaps;
    }

    /** One line a kind: how much of the documented was seen. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        documented()
                .forEach((kind, names) -> lines.add("%-12s %4d of %4d"
                        .formatted(
                                kind,
                                names.stream().filter(name -> has(kind, name)).count(),
                                names.size())));
        return lines;
    }

    private Map<String, Set<String>> documented() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (SpecOperation operation : operations.all()) {
            add(all, "status", operation.id() + " 200");
            documentedRefusals(operation)
                    .forEach(refusal -> add(all, kindOf(operation), operation.id() + " " + refusal));
            operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(parameter -> add(all, "parameter", operation.id() + " " + parameter.name()));
            schemas(operation)
                    .forEach(schema -> Fields.of(schema).forEach(field -> add(all, "field", field.toString())));
        }
        return all;
    }

    private static Stream<String> documentedRefusals(SpecOperation operation) {
        return operation.rpc().isPresent()
                ? operation.tokens().stream()
                : operation.answers().keySet().stream()
                        .filter(status -> status >= 300)
                        .map(String::valueOf);
    }

    private static String kindOf(SpecOperation operation) {
        return operation.rpc().isPresent() ? "token" : "status";
    }

    private static Stream<At> schemas(SpecOperation operation) {
        return Stream.concat(
                operation.requestBody().flatMap(SpecOperation.Content::json).stream(),
                operation.answers().values().stream().flatMap(answer -> answer.content().json().stream()));
    }

    private static void add(Map<String, Set<String>> all, String kind, String name) {
        all.computeIfAbsent(kind, ignored -> new TreeSet<>()).add(name);
    }

    /** Takes over something that another run of the same spec has seen. */
    public void note(String kind, String name) {
        seen.computeIfAbsent(kind, ignored -> ConcurrentHashMap.newKeySet()).add(name);
    }

    private boolean has(String kind, String name) {
        return seen.getOrDefault(kind, Set.of()).contains(name);
    }
}
