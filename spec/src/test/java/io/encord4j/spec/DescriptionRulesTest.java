package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.spec.SpecFiles.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything is described, and every description says how we know. */
class DescriptionRulesTest {
    private static final SpecFiles FILES = SpecFiles.read();

    private static final Pattern WITH_SOURCE = Pattern.compile(
            "(.* )?Source: (2022|2026|2022 and 2026), (observed|documented|assumed)\\b[^.]*\\.", Pattern.DOTALL);

    @Test
    void ofSchemasAndTheirFields() {
        for (String name : FILES.schemaNames()) {
            requireDescribed(FILES.schema(name), name);
        }
    }

    @Test
    void ofOperationsWithTheirBodiesAndAnswers() {
        for (SpecOperation operation : FILES.operations()) {
            JsonNode node = operation.part().node();
            assertThat(node.path("summary").asString())
                    .as(operation.id())
                    .isNotBlank()
                    .doesNotEndWith(".");
            requireSource(node, operation.id());
            if (node.has("requestBody")) {
                requireSource(node.path("requestBody"), operation.id() + " body");
            }
            if (operation.requestBody().exists()) {
                requireDescribed(operation.requestBody().child("schema"), operation.id() + " body");
            }
            operation.responses().forEach((status, answer) -> {
                String place = operation.id() + " " + status;
                requireSource(answer.node(), place);
                if (SpecOperation.json(answer).exists()) {
                    requireDescribed(SpecOperation.json(answer).child("schema"), place);
                }
                answer.node()
                        .path("headers")
                        .properties()
                        .forEach(header -> requireSource(
                                FILES.resolved(new Part(answer.file(), header.getValue()))
                                        .node(),
                                place + " " + header.getKey()));
            });
        }
    }

    @Test
    void ofParameters() {
        for (SpecOperation operation : FILES.operations()) {
            for (Part parameter : operation.parameters()) {
                requireSource(
                        parameter.node(),
                        operation.id() + " " + parameter.node().path("name"));
            }
        }
    }

    @Test
    void ofValuesOfEnumerations() {
        for (String name : FILES.schemaNames()) {
            JsonNode schema = FILES.schema(name).node();
            if (schema.path("enum").size() > 1) {
                List<String> values = schema.path("enum").values().stream()
                        .map(JsonNode::asString)
                        .toList();
                assertThat(schema.path("x-enum-descriptions").propertyNames())
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(values);
                if (schema.path("type").asString().equals("integer")) {
                    assertThat(schema.path("x-enum-varnames")).as(name).hasSameSizeAs(values);
                }
            }
        }
    }

    @Test
    void ofTagsServersAndSecuritySchemes() {
        List<JsonNode> parts = new ArrayList<>();
        parts.addAll(FILES.main().node().path("tags").values());
        parts.addAll(FILES.main().node().path("servers").values());
        parts.addAll(
                FILES.main().node().path("components").path("securitySchemes").values());

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part ->
                        assertThat(part.path("description").asString("")).isNotBlank());
    }

    /** The schema, unless it only refers to another; its fields, its items, and so on. */
    private static void requireDescribed(Part schema, String place) {
        JsonNode node = schema.node();
        if (node.has("$ref")) {
            assertThat(FILES.resolved(schema).node().isObject()).as(place).isTrue();
            return;
        }
        requireSource(node, place);
        requireFieldsDescribed(schema, place);
        node.path("allOf").forEach(part -> requireFieldsDescribed(new Part(schema.file(), part), place));
        for (JsonNode part : node.path("oneOf")) {
            requireDescribed(new Part(schema.file(), part), place + " or");
        }
    }

    private static void requireFieldsDescribed(Part schema, String place) {
        for (Map.Entry<String, JsonNode> property :
                schema.node().path("properties").properties()) {
            requireDescribed(new Part(schema.file(), property.getValue()), place + "." + property.getKey());
        }
    }

    private static void requireSource(JsonNode node, String place) {
        assertThat(node.path("description").asString("").strip().replaceAll("\\s+", " "))
                .as(place)
                .matches(WITH_SOURCE);
    }
}
