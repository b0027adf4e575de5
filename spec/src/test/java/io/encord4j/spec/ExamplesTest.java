package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.spec.SpecFiles.Part;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Examples are what their schemas say. */
class ExamplesTest {
    private static final SpecFiles FILES = SpecFiles.read();
    private static final JsonSchemas SCHEMAS = new JsonSchemas(FILES);

    static Stream<String> schemas() {
        return FILES.schemaNames().stream();
    }

    static Stream<SpecOperation> operations() {
        return FILES.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaHasOne(String name) {
        Part schema = FILES.schema(name);

        assertThat(schema.node().has("example")).isTrue();
        assertThat(SCHEMAS.errors(schema, schema.node().path("example"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyJsonBodyAndAnswerHasOne(SpecOperation operation) {
        if (operation.requestBody().exists()) {
            requireExample(operation.requestBody());
        }
        operation.responses().values().stream()
                .map(SpecOperation::json)
                .filter(Part::exists)
                .forEach(ExamplesTest::requireExample);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parametersFitTheirs(SpecOperation operation) {
        for (Part parameter : operation.parameters()) {
            if (parameter.node().has("example")) {
                requireExample(parameter);
            }
        }
    }

    @Test
    void theCheckIsStrict() {
        Part schema = FILES.schema("CreateDatasetPayload");

        assertThat(SCHEMAS.errors(schema, json("{\"title\": \"t\", \"type\": 0}")))
                .isEmpty();
        assertThat(SCHEMAS.errors(schema, json("{\"title\": \"t\"}"))).hasSize(1);
        assertThat(SCHEMAS.errors(schema, json("{\"title\": \"t\", \"type\": 0, \"typo\": 1}")))
                .hasSize(1);
        assertThat(SCHEMAS.errors(schema, json("{\"title\": \"t\", \"type\": 99}")))
                .hasSize(1);
        assertThat(SCHEMAS.errors(schema, json("{\"title\": null, \"type\": 0}")))
                .hasSize(1);
    }

    private static void requireExample(Part owner) {
        assertThat(owner.node().has("example")).isTrue();
        assertThat(SCHEMAS.errors(owner.child("schema"), owner.node().path("example")))
                .isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
