package io.encord4j.spec;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.encord4j.spec.SpecFiles.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks values against schemas of the description, strictly: fields that are not described, and values that an open
 * enumeration does not list, are errors.
 *
 * <p>The schemas are translated to JSON Schema, references written out. A keyword without translation is an error, so
 * that nothing in the description is left unchecked by accident.
 */
final class JsonSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Set<String> COPIED =
            Set.of("type", "pattern", "minItems", "maxItems", "minimum", "maximum", "maxLength");
    private static final Set<String> SILENT = Set.of("description", "example", "default", "nullable");
    private static final Set<String> TRANSLATED = Set.of(
            "$ref", "allOf", "oneOf", "enum", "format", "items", "properties", "required", "additionalProperties");

    private static final Map<String, String> FORMATS = Map.of(
            "uuid", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "date-time", "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?([+-]\\d\\d:\\d\\d|Z)?$",
            "seconds-utc", "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$");
    private static final Set<String> NUMBER_FORMATS = Set.of("int64");

    private final SpecFiles files;

    JsonSchemas(SpecFiles files) {
        this.files = files;
    }

    /** What is wrong with a value; empty if nothing is. */
    List<String> errors(Part schema, JsonNode value) {
        Schema translated = REGISTRY.getSchema(translate(schema));
        return translated.validate(value).stream().map(Object::toString).toList();
    }

    private JsonNode translate(Part schema) {
        JsonNode node = schema.node();
        node.propertyNames().forEach(keyword -> {
            if (!(COPIED.contains(keyword)
                    || SILENT.contains(keyword)
                    || TRANSLATED.contains(keyword)
                    || keyword.startsWith("x-"))) {
                throw new AssertionError(schema.file() + " has the keyword " + keyword + ", which nothing here checks");
            }
        });
        if (flag(node, "x-any-value")) {
            return NODES.objectNode();
        }
        if (flag(node, "x-always-null")) {
            return NODES.objectNode().put("type", "null");
        }
        JsonNode value = value(schema);
        if (!flag(node, "nullable")) {
            return value;
        }
        ObjectNode orNull = NODES.objectNode();
        orNull.putArray("anyOf").add(value).addObject().put("type", "null");
        return orNull;
    }

    private JsonNode value(Part schema) {
        JsonNode node = schema.node();
        if (node.has("$ref")) {
            return translate(files.resolved(schema));
        }
        if (node.has("x-documented-shape")) {
            return translate(files.schema(node.path("x-documented-shape").asString()));
        }
        if (node.path("allOf").size() == 1) {
            return translate(new Part(schema.file(), node.path("allOf").path(0)));
        }
        if (node.has("oneOf")) {
            ObjectNode union = NODES.objectNode();
            ArrayNode alternatives = union.putArray("oneOf");
            node.path("oneOf").forEach(part -> alternatives.add(translate(new Part(schema.file(), part))));
            return union;
        }
        ObjectNode result = NODES.objectNode();
        if (node.has("allOf")) {
            result.put("type", "object");
            node.path("allOf").forEach(part -> members(files.resolved(new Part(schema.file(), part)), result));
            return result;
        }
        node.properties().stream()
                .filter(keyword -> COPIED.contains(keyword.getKey()))
                .forEach(keyword -> result.set(keyword.getKey(), keyword.getValue()));
        if (node.has("enum")) {
            result.set("enum", node.path("enum"));
        }
        if (node.has("format")) {
            format(schema, result);
        }
        if (node.has("items")) {
            result.set("items", translate(schema.child("items")));
        }
        if (node.path("type").asString().equals("object")) {
            members(schema, result);
        }
        return result;
    }

    private void members(Part schema, ObjectNode result) {
        ObjectNode properties = result.withObject("properties");
        for (Map.Entry<String, JsonNode> property :
                schema.node().path("properties").properties()) {
            properties.set(property.getKey(), translate(new Part(schema.file(), property.getValue())));
        }
        ArrayNode required = result.withArray("required");
        schema.node().path("required").forEach(required::add);
        JsonNode additional = schema.node().path("additionalProperties");
        if (additional.isObject()) {
            result.set("additionalProperties", translate(schema.child("additionalProperties")));
        } else {
            result.put("additionalProperties", additional.asBoolean(false));
        }
    }

    private static void format(Part schema, ObjectNode result) {
        String format = schema.node().path("format").asString();
        if (FORMATS.containsKey(format)) {
            result.put("pattern", FORMATS.get(format));
        } else if (!NUMBER_FORMATS.contains(format)) {
            throw new AssertionError(schema.file() + " has the format " + format + ", which nothing here checks");
        }
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }
}
