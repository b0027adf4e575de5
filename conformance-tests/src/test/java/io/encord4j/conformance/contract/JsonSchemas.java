package io.encord4j.conformance.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.encord4j.conformance.contract.SpecFiles.At;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the spec's OpenAPI 3.0 schemas into strict JSON Schema 2020-12 and judges values by them.
 *
 * <p>Strict means: a property that the spec does not name is an error, through {@code allOf} too, and so is a value outside an enumeration. Readers
 * of the wire are lenient; a test of what is written must not be.
 */
final class JsonSchemas {

    private static final Set<String> COPIED = Set.of(
            "required",
            "enum",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "multipleOf");
    private static final Map<String, String> TIMES = Map.of(
            "local-date-time", "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?$",
            "seconds-utc", "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$",
            "date-time", "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?([+-]\\d\\d:\\d\\d|Z)$",
            "uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    private final Map<String, Schema> compiled = new LinkedHashMap<>();
    private final JsonMapper json = JsonMapper.shared();

    /** What is wrong with a value, one line each; empty if it is as the schema says. */
    synchronized List<String> judge(At schema, JsonNode value) {
        List<Error> errors = compiled.computeIfAbsent(schema.location(), ignored -> compile(schema))
                .validate(value);
        return errors.stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private Schema compile(At schema) {
        Conversion conversion = new Conversion();
        ObjectNode root = conversion.convert(schema, true);
        root.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
        conversion.addDefinitionsTo(root);
        String id = "urn:encord4j:" + compiled.size();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(id), root);
    }

    /** One schema with everything that it refers to. */
    private final class Conversion {

        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        private final Queue<Runnable> pending = new ArrayDeque<>();

        void addDefinitionsTo(ObjectNode root) {
            while (!pending.isEmpty()) {
                pending.remove().run();
            }
            ObjectNode defs = root.putObject("$defs");
            definitions.forEach(defs::set);
        }

        /** Converts one schema; {@code closed} says that no parent adds properties to it. */
        ObjectNode convert(At at, boolean closed) {
            if (at.flag("x-always-null")) {
                return json.createObjectNode().put("type", "null");
            }
            if (at.has("$ref")) {
                return json.createObjectNode().put("$ref", "#/$defs/" + define(at.resolved(), closed));
            }
            ObjectNode result = json.createObjectNode();
            at.node()
                    .propertyStream()
                    .filter(entry -> COPIED.contains(entry.getKey()))
                    .forEach(entry -> result.set(entry.getKey(), entry.getValue()));
            children(at, result);
            boolean object = at.has("properties") || at.has("allOf");
            if (at.has("additionalProperties")) {
                JsonNode more = at.child("additionalProperties").node();
                result.set(
                        "additionalProperties",
                        more.isBoolean() ? more : convert(at.child("additionalProperties"), true));
            } else if (object && closed) {
                result.put("unevaluatedProperties", false);
            }
            type(at, result);
            return nullable(at, result);
        }

        private String define(At target, boolean closed) {
            String key = target.location() + (closed ? "" : "~open");
            String known = names.get(key);
            if (known != null) {
                return known;
            }
            String name = target.schemaName().orElse("s") + "-" + names.size();
            names.put(key, name);
            pending.add(() -> definitions.put(name, convert(target, closed)));
            return name;
        }

        private void children(At at, ObjectNode result) {
            if (at.has("properties")) {
                ObjectNode properties = result.putObject("properties");
                At all = at.child("properties");
                all.node().propertyNames().forEach(name -> properties.set(name, convert(all.child(name), true)));
            }
            if (at.has("items")) {
                result.set("items", convert(at.child("items"), true));
            }
            list(at, result, "allOf", false);
            list(at, result, "oneOf", true);
            list(at, result, "anyOf", true);
        }

        private void list(At at, ObjectNode result, String keyword, boolean closed) {
            if (at.has(keyword)) {
                ArrayNode target = result.putArray(keyword);
                At parts = at.child(keyword);
                for (int i = 0; i < parts.node().size(); i++) {
                    target.add(convert(parts.child(i), closed));
                }
            }
        }

        private void type(At at, ObjectNode result) {
            if (at.has("type")) {
                result.set("type", at.child("type").node());
            }
            String pattern = TIMES.get(at.text("format", ""));
            if (pattern != null) {
                result.put("pattern", pattern);
            }
        }

        private ObjectNode nullable(At at, ObjectNode result) {
            if (!at.flag("nullable")) {
                return result;
            }
            ObjectNode either = json.createObjectNode();
            either.putArray("anyOf")
                    .add(json.createObjectNode().put("type", "null"))
                    .add(result);
            return either;
        }
    }
}
