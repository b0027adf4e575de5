package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.spec.SpecFiles.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One named schema in each file, and nothing that is not used. */
class SchemaFilesTest {
    private static final SpecFiles FILES = SpecFiles.read();

    @Test
    void everyFileIsReferredTo() {
        Set<String> reached = new TreeSet<>(Set.of(SpecFiles.MAIN));
        Deque<Part> open = new ArrayDeque<>(List.of(FILES.main()));
        while (!open.isEmpty()) {
            Part part = open.pop();
            for (String file : references(part)) {
                if (reached.add(file)) {
                    open.push(FILES.file(file));
                }
            }
        }

        assertThat(reached).containsExactlyInAnyOrderElementsOf(FILES.byPath().keySet());
    }

    @Test
    void everySchemaIsNamedAfterItsType() {
        assertThat(FILES.schemaNames()).allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"));
    }

    @Test
    void objectsWithFieldsAndEnumerationsHaveFilesOfTheirOwn() {
        List<String> inline = new ArrayList<>();
        FILES.byPath().forEach((path, node) -> findInline(path, node, "", inline));

        assertThat(inline).isEmpty();
    }

    @Test
    void requiredFieldsAreDescribed() {
        for (String name : FILES.schemaNames()) {
            JsonNode schema = FILES.schema(name).node();
            for (JsonNode required : schema.path("required")) {
                assertThat(schema.path("properties").has(required.asString()))
                        .as("%s.%s", name, required.asString())
                        .isTrue();
            }
        }
    }

    @Test
    void secretsAreMarked() {
        for (String name : FILES.schemaNames()) {
            for (Map.Entry<String, JsonNode> field :
                    FILES.schema(name).node().path("properties").properties()) {
                boolean secret = field.getKey().matches("api_key|token|signed_url|signedUrl")
                        && field.getValue().path("type").asString("").equals("string");
                assertThat(field.getValue().path("x-sensitive").asBoolean(false))
                        .as("%s.%s", name, field.getKey())
                        .isEqualTo(secret);
            }
        }
    }

    private static Set<String> references(Part part) {
        Set<String> references = new TreeSet<>();
        collectReferences(part.file(), part.node(), references);
        return references;
    }

    private static void collectReferences(String file, JsonNode node, Set<String> references) {
        if (node.path("$ref").isString()) {
            references.add(SpecFiles.target(file, node.path("$ref").asString()));
        }
        if (node.path("x-documented-shape").isString()) {
            references.add("schemas/" + node.path("x-documented-shape").asString() + ".yaml");
        }
        node.values().forEach(child -> collectReferences(file, child, references));
    }

    private static void findInline(String file, JsonNode node, String place, List<String> inline) {
        boolean schemaFile = file.startsWith("schemas/");
        boolean ownFile = schemaFile && (place.isEmpty() || place.matches("/allOf/\\d+"));
        boolean envelope = place.matches("/post/requestBody/content/application/json/schema(/properties/values)?")
                || place.matches("/post/responses/200/content/application/json/schema");
        if (node.path("properties").isObject() && !ownFile && !envelope) {
            inline.add(file + place + " has fields");
        }
        if (node.path("enum").size() > 1 && !ownFile) {
            inline.add(file + place + " is an enumeration");
        }
        if (node.path("oneOf").isArray() && !ownFile) {
            inline.add(file + place + " is a union");
        }
        if (node.isObject()) {
            node.properties().stream()
                    .filter(child -> !child.getKey().equals("example"))
                    .forEach(child -> findInline(file, child.getValue(), place + "/" + child.getKey(), inline));
        } else {
            for (int i = 0; i < node.size(); i++) {
                findInline(file, node.path(i), place + "/" + i, inline);
            }
        }
    }
}
