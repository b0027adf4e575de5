package io.encord4j.conformance.contract;

import io.encord4j.conformance.contract.SpecFiles.At;
import io.encord4j.conformance.contract.SpecOperation.Answer;
import io.encord4j.conformance.contract.SpecOperation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges exchanges by the spec: an operation, status, header, field or token that is not documented is a violation, and so is a value that
 * does not fit its schema. What the honest exchanges touched is noted in a {@link Coverage}.
 */
public final class Contract {

    /** Headers that HTTP itself needs; the spec does not list them. */
    private static final Set<String> HTTP_REQUEST = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "content-type",
            "accept",
            "accept-encoding",
            "user-agent");

    /** Those of answers, with the one that keeps browsers from running what somebody has uploaded. */
    private static final Set<String> HTTP_ANSWER = Set.of(
            "content-security-policy",
            "date",
            "connection",
            "content-length",
            "transfer-encoding",
            "content-type",
            "content-encoding",
            "vary",
            "server");

    private static final Set<String> SIGNATURE = Set.of("content-digest", "signature-input", "signature");

    private final SpecOperations operations;
    private final JsonSchemas schemas = new JsonSchemas();
    private final JsonMapper json = JsonMapper.shared();
    private final Coverage coverage;

    /** A contract over the spec on the class path. */
    public Contract(SpecOperations operations) {
        this.operations = operations;
        this.coverage = new Coverage(operations);
    }

    /** What has been touched so far. */
    public Coverage coverage() {
        return coverage;
    }

    /** Judges both halves of an exchange; empty if there is nothing to object to. */
    public List<Violation> judge(Exchange exchange) {
        Optional<SpecOperation> operation = operations.of(exchange);
        if (operation.isEmpty()) {
            return List.of(new Violation(
                    "(none)",
                    "request",
                    exchange.method() + " " + exchange.path() + " calls no operation of the spec"));
        }
        List<Violation> violations = new ArrayList<>(judgeRequest(operation.get(), exchange));
        violations.addAll(judgeAnswer(operation.get(), exchange));
        return violations;
    }

    /** Judges the answer only, for requests that are wrong on purpose; an answer to no operation is not judged. */
    public List<Violation> judgeRefusal(Exchange exchange) {
        return operations
                .of(exchange)
                .map(operation -> judgeAnswer(operation, exchange))
                .orElse(List.of());
    }

    private List<Violation> judgeRequest(SpecOperation operation, Exchange exchange) {
        Findings findings = new Findings(operation, "request");
        requestHeaders(operation, exchange, findings);
        query(operation, exchange, findings);
        boolean present = exchange.requestBody().size() > 0;
        if (operation.requestBody().isEmpty() && present) {
            findings.add("has a body, and the operation takes none");
        }
        operation.requestBody().ifPresent(content -> {
            if (content.required() && !present && !operation.signedUrl()) {
                findings.add("lacks its body");
            }
            if (present) {
                content.json().ifPresent(schema -> body(operation, schema, exchange.requestBody(), findings));
            }
        });
        return findings.all();
    }

    private static void requestHeaders(SpecOperation operation, Exchange exchange, Findings findings) {
        Set<String> security = operation.security();
        for (Exchange.Header header : exchange.requestHeaders()) {
            boolean documented = HTTP_REQUEST.contains(header.key())
                    || (header.key().equals("authorization")
                            && security.stream().anyMatch(scheme -> !scheme.equals("messageSignature")))
                    || (SIGNATURE.contains(header.key()) && security.contains("messageSignature"))
                    || parameters(operation, "header")
                            .anyMatch(parameter -> parameter.name().equalsIgnoreCase(header.name()));
            if (!documented) {
                findings.add("has the undocumented header " + header.name());
            }
        }
        if (!security.isEmpty()
                && exchange.requestHeader("Authorization").isEmpty()
                && exchange.requestHeader("Signature").isEmpty()) {
            findings.add("is not authenticated");
        }
        parameters(operation, "header")
                .filter(Parameter::required)
                .filter(parameter -> exchange.requestHeader(parameter.name()).isEmpty())
                .forEach(parameter -> findings.add("lacks the header " + parameter.name()));
    }

    private void query(SpecOperation operation, Exchange exchange, Findings findings) {
        if (operation.signedUrl()) {
            return;
        }
        QueryValues values = QueryValues.parse(exchange.query());
        for (String name : values.names()) {
            Optional<Parameter> parameter = parameters(operation, "query")
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            if (parameter.isEmpty()) {
                findings.add("has the undocumented query parameter " + name);
            } else {
                At schema = parameter.get().schema();
                schemas.judge(schema, values.asJson(name, schema.resolved()))
                        .forEach(problem -> findings.add("query parameter " + name + ": " + problem));
                coverage.parameter(operation, name);
            }
        }
        parameters(operation, "query")
                .filter(Parameter::required)
                .filter(parameter -> !values.names().contains(parameter.name()))
                .forEach(parameter -> findings.add("lacks the query parameter " + parameter.name()));
    }

    private List<Violation> judgeAnswer(SpecOperation operation, Exchange exchange) {
        Findings findings = new Findings(operation, "answer");
        int status = statusOf(operation, exchange);
        Answer answer = operation.answers().get(status);
        if (answer == null) {
            findings.add("has the undocumented status " + status);
            return findings.all();
        }
        for (Exchange.Header header : exchange.answerHeaders()) {
            if (!HTTP_ANSWER.contains(header.key()) && !answer.headers().contains(header.key())) {
                findings.add("has the undocumented header " + header.name());
            }
        }
        coverage.answered(operation, status);
        answerBody(operation, exchange, answer, status, findings);
        return findings.all();
    }

    private void answerBody(SpecOperation operation, Exchange exchange, Answer answer, int status, Findings findings) {
        Optional<At> json = answer.content().json();
        String type = exchange.answerHeader("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        if (json.isPresent() && (type.isEmpty() || type.equals("application/json"))) {
            body(operation, json.get(), exchange.answerBody(), findings);
            if (operation.rpc().isPresent()
                    && status != 200
                    && !json.get().resolved().flag("x-any-value")) {
                token(operation, exchange, findings);
            }
        } else if (exchange.answerBody().size() > 0 && !answer.content().mayBe(type)) {
            findings.add("has the undocumented media type " + type + " with status " + status);
        }
    }

    /** The status that the spec documents: the envelope's for RPC, since the HTTP status may be 200 whatever happened. */
    private int statusOf(SpecOperation operation, Exchange exchange) {
        if (operation.rpc().isEmpty() || exchange.status() != 200) {
            return exchange.status();
        }
        return parse(exchange.answerBody())
                .map(node -> node.path("status").asInt(200))
                .orElse(200);
    }

    private void token(SpecOperation operation, Exchange exchange, Findings findings) {
        String token = parse(exchange.answerBody())
                .map(node -> node.path("response").path(0).asString(""))
                .orElse("");
        if (operation.tokens().contains(token)) {
            coverage.refused(operation, token);
        } else {
            findings.add("has the undocumented token " + token);
        }
    }

    private void body(SpecOperation operation, At schema, Exchange.Body body, Findings findings) {
        Optional<JsonNode> value = parse(body);
        if (value.isEmpty()) {
            findings.add("has a body that is not JSON");
            return;
        }
        schemas.judge(schema, value.get()).forEach(findings::add);
        coverage.fields(operation, Fields.touched(schema, value.get()));
    }

    private Optional<JsonNode> parse(Exchange.Body body) {
        try {
            JsonNode node = json.readTree(body.text());
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Stream<Parameter> parameters(SpecOperation operation, String in) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals(in));
    }

    /**
     * One deviation from the spec.
     *
     * @param operation the operation's name
     * @param part {@code request} or {@code answer}
     * @param problem what is wrong
     */
    public record Violation(String operation, String part, String problem) {

        @Override
        public String toString() {
            return operation + ": the " + part + " " + problem;
        }
    }

    private record Findings(SpecOperation operation, String part, List<Violation> all) {

        Findings(SpecOperation operation, String part) {
            this(operation, part, new ArrayList<>());
        }

        void add(String problem) {
            all.add(new Violation(operation.id(), part, problem));
        }
    }
}
