package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.spec.SpecFiles.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What every operation must say, so that code can be generated from it. */
class OperationRulesTest {
    private static final SpecFiles FILES = SpecFiles.read();

    /** Whatever stands in front of the service can answer these to any call. */
    private static final Set<String> STATUSES_OF_ALL = Set.of("429", "502", "503");

    private static final Map<String, String> RPC_PATHS = Map.of("UserRpc", "/public/user", "ResourceRpc", "/public");

    static Stream<SpecOperation> operations() {
        return FILES.operations().stream();
    }

    static Stream<SpecOperation> rpcOperations() {
        return operations().filter(SpecOperation::isRpc);
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(operations().map(SpecOperation::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]\\w+"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesItsInterfaceAndItsGenerations(SpecOperation operation) {
        assertThat(operation.part().node().path("tags")).hasSize(1);
        assertThat(FILES.main().node().path("tags").values())
                .extracting(tag -> tag.path("name").asString())
                .contains(operation.tag());
        assertThat(operation.generations())
                .isNotEmpty()
                .isSubsetOf("2022", "2026")
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhetherItMayBeSentAgainAndWhy(SpecOperation operation) {
        JsonNode repeatable = operation.part().node().path("x-repeatable");
        String description = operation.part().node().path("description").asString();

        assertThat(repeatable.isBoolean()).isTrue();
        assertThat(description).contains(repeatable.asBoolean() ? "May be sent again: " : "Must not be sent again: ");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhoMayCallIt(SpecOperation operation) {
        assertThat(operation.part().node().has("security")).isTrue();
        assertThat(operation.security().isEmpty()).isEqualTo(operation.isStorage());
        assertThat(FILES.main()
                        .node()
                        .path("components")
                        .path("securitySchemes")
                        .propertyNames())
                .containsAll(operation.security());
        JsonNode scope = operation.part().node().path("x-scope");
        if (!scope.isMissingNode()) {
            assertThat(operation.security()).contains("apiKey");
            assertThat(FILES.schema("DatasetScope").node().path("enum").values())
                    .contains(scope);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasASuccessAndErrors(SpecOperation operation) {
        assertThat(operation.responses()).containsKey("200");
        assertThat(operation.errorStatuses()).containsAll(STATUSES_OF_ALL).hasSizeGreaterThan(STATUSES_OF_ALL.size());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leavesOnlyWhatACallerChoosesToTheCaller(SpecOperation operation) {
        for (Part parameter : operation.parametersIn("header")) {
            assertThat(parameter.node().path("x-transport").asBoolean(false))
                    .as(parameter.node().path("name").asString())
                    .isTrue();
        }
        Set<String> inPath = new TreeSet<>(operation.parametersIn("path").stream()
                .map(parameter -> parameter.node().path("name").asString())
                .toList());
        assertThat(operation.path().replaceAll("[^{]*\\{([^}]*)}[^{]*", "$1"))
                .isEqualTo(inPath.isEmpty() ? operation.path() : String.join("", inPath));
    }

    @ParameterizedTest
    @MethodSource("rpcOperations")
    void hasAFragmentThatAgreesWithItsNameAndItsEnvelope(SpecOperation operation) {
        assertThat(operation.method()).isEqualTo("post");
        assertThat(operation.path()).isEqualTo(RPC_PATHS.get(operation.tag()));
        assertThat(operation.fragment())
                .isEqualTo(operation.queryType() + "." + operation.queryMethod().toLowerCase(Locale.ROOT));

        JsonNode envelope = operation.requestBody().child("schema").node();
        assertThat(texts(envelope.path("required"))).containsExactly("query_type", "query_method", "values");
        JsonNode fields = envelope.path("properties");
        assertThat(texts(fields.path("query_type").path("enum"))).containsExactly(operation.queryType());
        assertThat(texts(fields.path("query_method").path("enum"))).containsExactly(operation.queryMethod());
        assertThat(texts(fields.path("values").path("required"))).containsExactly("uid", "payload");
        assertThat(fields.path("values").path("properties").propertyNames()).containsExactly("uid", "payload");
    }

    @ParameterizedTest
    @MethodSource("rpcOperations")
    void answersInTheEnvelope(SpecOperation operation) {
        JsonNode envelope = SpecOperation.json(operation.responses().get("200"))
                .child("schema")
                .node();

        assertThat(texts(envelope.path("required"))).containsExactly("status", "response");
        assertThat(envelope.path("properties").path("status").path("enum").values())
                .singleElement()
                .satisfies(status -> assertThat(status.asInt()).isEqualTo(200));
        assertThat(envelope.path("properties").propertyNames()).containsExactly("status", "response");
    }

    @ParameterizedTest
    @MethodSource("rpcOperations")
    void hasTheStatusesOfItsTokens(SpecOperation operation) {
        JsonNode statuses = FILES.schema("RpcErrorToken").node().path("x-enum-statuses");
        Set<String> expected = new TreeSet<>(STATUSES_OF_ALL);
        operation
                .errorTokens()
                .forEach(token -> expected.add(statuses.path(token).asString()));
        // UNKNOWN_ERROR as a refusal.
        expected.add("400");

        assertThat(operation.errorTokens()).doesNotHaveDuplicates().contains("AUTHENTICATION_ERROR", "UNKNOWN_ERROR");
        assertThat(operation.errorStatuses()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyTokenIsListedAndEveryListedTokenIsUsedOrExplained() {
        JsonNode tokens = FILES.schema("RpcErrorToken").node();
        Set<String> used = new TreeSet<>();
        rpcOperations().forEach(operation -> used.addAll(operation.errorTokens()));
        Set<String> unattributed =
                new TreeSet<>(tokens.path("x-unattributed-tokens").propertyNames());

        assertThat(used).doesNotContainAnyElementsOf(unattributed);
        used.addAll(unattributed);
        assertThat(used).containsExactlyInAnyOrderElementsOf(texts(tokens.path("enum")));
        assertThat(tokens.path("x-enum-statuses").propertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(tokens.path("enum")));
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
