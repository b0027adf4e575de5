package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.spec.GoldenRequest.Header;
import io.encord4j.spec.SpecFiles.Part;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The description against what the official clients of both generations really sent. */
class GoldenRequestsTest {
    private static final SpecFiles FILES = SpecFiles.read();
    private static final List<SpecOperation> OPERATIONS = FILES.operations();
    private static final JsonSchemas SCHEMAS = new JsonSchemas(FILES);

    /** Headers of HTTP itself, and {@code Authorization}, which the security schemes describe. */
    private static final Set<String> COMMON_HEADERS = Set.of(
            "host",
            "accept",
            "accept-encoding",
            "content-length",
            "content-type",
            "transfer-encoding",
            "authorization");

    private static final Map<String, Pattern> AUTHORIZATION = Map.of(
            "apiKey", Pattern.compile("[A-Za-z0-9_-]+"),
            "sshSignature", Pattern.compile("[0-9a-f]{64}:[0-9a-f]{128}"),
            "bearerToken", Pattern.compile("Bearer .+"));

    static Stream<GoldenRequest> requests() {
        return GoldenRequest.all().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isOneOperationOfItsGeneration(GoldenRequest request) {
        List<SpecOperation> operations = operationsOf(request);

        assertThat(operations).as("operations for %s", request).hasSize(1);
        assertThat(operations.get(0).generations()).contains(request.generation());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void hasTheBodyThatIsDescribed(GoldenRequest request) {
        Part body = operation(request).requestBody();

        assertThat(request.hasJsonBody()).isEqualTo(body.exists());
        if (body.exists()) {
            assertThat(SCHEMAS.errors(body.child("schema"), request.body())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void hasOnlyQueryParametersThatAreDescribed(GoldenRequest request) {
        SpecOperation operation = operation(request);
        if (operation.isStorage()) {
            return;
        }
        Map<String, List<String>> sent = queryParameters(request.query());
        List<Part> described = operation.parametersIn("query");

        assertThat(described).extracting(GoldenRequestsTest::name).containsAll(sent.keySet());
        for (Part parameter : described) {
            List<String> values = sent.getOrDefault(name(parameter), List.of());
            if (values.isEmpty()) {
                assertThat(parameter.node().path("required").asBoolean(false))
                        .as("%s is required", name(parameter))
                        .isFalse();
            } else {
                assertThat(SCHEMAS.errors(parameter.child("schema"), queryValue(parameter, values)))
                        .as("%s=%s", name(parameter), values)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void hasOnlyHeadersThatAreDescribed(GoldenRequest request) {
        Map<String, Part> described = new LinkedHashMap<>();
        operation(request)
                .parametersIn("header")
                .forEach(parameter -> described.put(name(parameter).toLowerCase(Locale.ROOT), parameter));

        for (Header header : request.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!COMMON_HEADERS.contains(name)) {
                assertThat(described).containsKey(name);
                JsonNode value = JsonNodeFactory.instance.stringNode(header.value());
                assertThat(SCHEMAS.errors(described.get(name).child("schema"), value))
                        .as(header.name())
                        .isEmpty();
            }
        }
        described.forEach((name, parameter) -> {
            if (parameter.node().path("required").asBoolean(false)) {
                assertThat(request.header(name)).as(name).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void authenticatesInAWayThatIsDescribed(GoldenRequest request) {
        SpecOperation operation = operation(request);

        if (operation.isStorage()) {
            assertThat(request.header("Authorization")).isEmpty();
        } else {
            assertThat(operation.security()).anyMatch(scheme -> authenticates(request, scheme));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isAnsweredAsDescribed(GoldenRequest request) {
        SpecOperation operation = operation(request);
        String status = String.valueOf(request.answerStatus());

        assertThat(operation.responses()).containsKey(status);
        Part answer = SpecOperation.json(operation.responses().get(status));
        assertThat(request.hasJsonAnswer()).isEqualTo(answer.exists());
        if (answer.exists()) {
            assertThat(SCHEMAS.errors(answer.child("schema"), request.answer())).isEmpty();
        }
        if (operation.isRpc() && request.answerStatus() != 200) {
            assertThat(operation.errorTokens())
                    .contains(request.answer().path("response").path(0).asString());
        }
    }

    @Test
    void coverEveryOperationInEachOfItsGenerations() {
        Set<String> sent = new TreeSet<>();
        requests().forEach(request -> sent.add(request.generation() + " " + operation(request)));
        Set<String> described = new TreeSet<>();
        OPERATIONS.forEach(operation ->
                operation.generations().forEach(generation -> described.add(generation + " " + operation.id())));
        // The official clients leave downloading to others.
        described.removeAll(Set.of("2022 getObject", "2026 getObject"));

        assertThat(sent).isEqualTo(described);
    }

    private static List<SpecOperation> operationsOf(GoldenRequest request) {
        List<SpecOperation> fitting = OPERATIONS.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(request.method()))
                .filter(operation -> fits(operation, request))
                .toList();
        // As in OpenAPI, a segment that is spelled out wins over one that stands for an id.
        List<SpecOperation> spelledOut = fitting.stream()
                .filter(operation -> operation.path().equals(request.path()))
                .toList();
        return spelledOut.isEmpty() || request.isRpc() ? fitting : spelledOut;
    }

    private static boolean fits(SpecOperation operation, GoldenRequest request) {
        if (request.isRpc()) {
            return operation.path().equals(request.path())
                    && operation
                            .queryType()
                            .equals(request.body().path("query_type").asString())
                    && operation
                            .queryMethod()
                            .equals(request.body().path("query_method").asString());
        }
        if (request.isRest()) {
            String template = operation.path().replaceAll("\\{[^}]+}", "[^/]+");
            return !operation.isRpc()
                    && !operation.isStorage()
                    && request.path().matches(template);
        }
        return operation.isStorage();
    }

    private static SpecOperation operation(GoldenRequest request) {
        return operationsOf(request).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation for " + request));
    }

    private static boolean authenticates(GoldenRequest request, String scheme) {
        if (scheme.equals("messageSignature")) {
            return Stream.of("Signature", "Signature-Input", "Content-Digest")
                    .noneMatch(name -> request.header(name).isEmpty());
        }
        return AUTHORIZATION
                .get(scheme)
                .matcher(request.header("Authorization"))
                .matches();
    }

    private static String name(Part parameter) {
        return parameter.node().path("name").asString();
    }

    private static Map<String, List<String>> queryParameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** What was sent as text, as the JSON value that the schema speaks of. */
    private static JsonNode queryValue(Part parameter, List<String> values) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String type = parameter.node().path("schema").path("type").asString("string");
        if (type.equals("array")) {
            return values.stream().collect(nodes::arrayNode, (list, value) -> list.add(value), (a, b) -> a.addAll(b));
        }
        assertThat(values).as(name(parameter)).hasSize(1);
        String value = values.get(0);
        return switch (type) {
            // Python writes True and False.
            case "boolean" -> nodes.booleanNode(Boolean.parseBoolean(value));
            case "integer" -> nodes.numberNode(Integer.parseInt(value));
            default -> nodes.stringNode(value);
        };
    }
}
