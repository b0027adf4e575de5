package io.encord4j.conformance.contract;

import io.encord4j.conformance.contract.SpecFiles.At;
import io.encord4j.conformance.contract.SpecOperation.Answer;
import io.encord4j.conformance.contract.SpecOperation.Content;
import io.encord4j.conformance.contract.SpecOperation.Parameter;
import io.encord4j.conformance.contract.SpecOperation.Rpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the spec, and the way from a request to the one that it calls. */
public final class SpecOperations {

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, SpecOperation> operations = new LinkedHashMap<>();

    private SpecOperations() {}

    /** Reads the spec from the class path. */
    public static SpecOperations load() {
        SpecOperations index = new SpecOperations();
        At root = new SpecFiles().root();
        At paths = root.child("paths");
        paths.node()
                .propertyNames()
                .forEach(path -> index.readPath(path, paths.child(path).resolved()));
        return index;
    }

    /** All operations in the order of the spec. */
    public List<SpecOperation> all() {
        return List.copyOf(operations.values());
    }

    /** The operation of this name; it must exist. */
    public SpecOperation byId(String id) {
        return Optional.ofNullable(operations.get(id))
                .orElseThrow(() -> new IllegalArgumentException("The spec has no operation " + id));
    }

    /** The operation that a request calls, if it calls one. */
    public Optional<SpecOperation> of(Exchange exchange) {
        String path = exchange.path();
        if (path.equals("/public") || path.equals("/public/user")) {
            return rpc(path, exchange);
        }
        boolean api = path.startsWith("/v2/public/");
        return operations.values().stream()
                .filter(operation -> operation.rpc().isEmpty() && operation.signedUrl() != api)
                .filter(operation -> operation.verb().equals(exchange.method()))
                .filter(operation -> operation.signedUrl() || operation.matches(path))
                .findFirst();
    }

    private Optional<SpecOperation> rpc(String path, Exchange exchange) {
        try {
            JsonNode body = json.readTree(exchange.requestBody().text());
            Rpc wanted = new Rpc(
                    body.path("query_type").asString(""),
                    body.path("query_method").asString(""));
            return operations.values().stream()
                    .filter(operation -> operation.rpc().equals(Optional.of(wanted)))
                    .filter(operation -> operation.wirePath().equals(path))
                    .filter(operation -> exchange.method().equals(operation.verb()))
                    .findFirst();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private void readPath(String path, At item) {
        item.node().propertyNames().stream().filter(VERBS::contains).forEach(verb -> {
            SpecOperation operation = read(path, verb, item, item.child(verb));
            if (operations.put(operation.id(), operation) != null) {
                throw new IllegalStateException("The spec names two operations " + operation.id());
            }
        });
    }

    private SpecOperation read(String path, String verb, At item, At operation) {
        List<Parameter> parameters = new ArrayList<>(parameters(item));
        parameters.addAll(parameters(operation));
        return new SpecOperation(
                operation.child("operationId").node().asString(),
                verb.toUpperCase(Locale.ROOT),
                path,
                rpcOf(operation),
                operation.flag("x-repeatable"),
                operation.flag("x-signed-url") || item.flag("x-signed-url"),
                !operation.text("description", "").isBlank(),
                texts(operation, "x-generation"),
                texts(operation, "x-error-tokens"),
                operation.has("x-scope")
                        ? Optional.of(operation.child("x-scope").node().asString())
                        : Optional.empty(),
                security(operation),
                List.copyOf(parameters),
                operation.has("requestBody")
                        ? Optional.of(content(operation.child("requestBody").resolved()))
                        : Optional.empty(),
                answers(operation.child("responses")));
    }

    private static Optional<Rpc> rpcOf(At operation) {
        if (!operation.has("x-rpc")) {
            return Optional.empty();
        }
        At rpc = operation.child("x-rpc");
        return Optional.of(new Rpc(rpc.text("queryType", ""), rpc.text("queryMethod", "")));
    }

    private static List<Parameter> parameters(At owner) {
        List<Parameter> found = new ArrayList<>();
        if (owner.has("parameters")) {
            At list = owner.child("parameters");
            for (int i = 0; i < list.node().size(); i++) {
                At parameter = list.child(i).resolved();
                found.add(new Parameter(
                        parameter.text("name", ""),
                        parameter.text("in", ""),
                        parameter.flag("required"),
                        parameter.child("schema")));
            }
        }
        return found;
    }

    private static Set<String> security(At operation) {
        Set<String> names = new LinkedHashSet<>();
        operation.node().path("security").forEach(alternative -> names.addAll(alternative.propertyNames()));
        return names;
    }

    private static Map<Integer, Answer> answers(At responses) {
        Map<Integer, Answer> answers = new LinkedHashMap<>();
        responses.node().propertyNames().forEach(status -> {
            At answer = responses.child(status).resolved();
            Set<String> headers = new LinkedHashSet<>();
            answer.node().path("headers").propertyNames().forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
            answers.put(Integer.valueOf(status), new Answer(headers, content(answer)));
        });
        return answers;
    }

    private static Content content(At owner) {
        Map<String, At> schemas = new LinkedHashMap<>();
        if (owner.has("content")) {
            At content = owner.child("content");
            content.node().propertyNames().stream()
                    .filter(type -> content.child(type).has("schema"))
                    .forEach(type -> schemas.put(type, content.child(type).child("schema")));
        }
        return new Content(owner.flag("required"), schemas);
    }

    private static Set<String> texts(At owner, String name) {
        Set<String> found = new LinkedHashSet<>();
        owner.node().path(name).forEach(value -> found.add(value.asString()));
        return found;
    }
}
