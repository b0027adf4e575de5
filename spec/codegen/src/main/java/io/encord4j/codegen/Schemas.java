package io.encord4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The named schemas of a description, and questions about schemas that need them. */
final class Schemas {
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema<?>> byName = new LinkedHashMap<>();

    Schemas(OpenAPI openApi) {
        if (openApi.getComponents() != null && openApi.getComponents().getSchemas() != null) {
            openApi.getComponents().getSchemas().forEach((name, schema) -> byName.put(name, schema));
        }
    }

    Set<String> names() {
        return byName.keySet();
    }

    Schema<?> get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    static String place(String name) {
        return PREFIX + name;
    }

    /** The name that a reference points to. */
    String target(String reference, String place) {
        String name = reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : null;
        if (name == null || !byName.containsKey(name)) {
            throw new UnsupportedConstructException(place, "the reference " + reference + " leads to no named schema");
        }
        return name;
    }

    /** Whether a named schema becomes a Java type of its own, and of which kind. */
    Kind kind(String name) {
        Schema<?> schema = get(name);
        if (notEmpty(schema.getOneOf())) {
            return Kind.UNION;
        }
        if (values(schema).size() > 1) {
            return Kind.OPEN_ENUM;
        }
        if (wrapped(schema) != null) {
            return Kind.ALIAS;
        }
        boolean object = notEmpty(schema.getAllOf())
                || hasProperties(schema)
                || ("object".equals(schema.getType())
                        && Boolean.FALSE.equals(schema.getAdditionalProperties())
                        && values(schema).isEmpty());
        return object ? Kind.RECORD : Kind.ALIAS;
    }

    /** The reference within an {@code allOf} that holds nothing else: 3.0's way to say more about a reference. */
    static @Nullable String wrapped(Schema<?> schema) {
        List<?> parts = schema.getAllOf();
        if (parts == null || parts.size() != 1 || hasProperties(schema)) {
            return null;
        }
        return ((Schema<?>) parts.get(0)).get$ref();
    }

    /** The values of an {@code enum}, without null. */
    static List<Object> values(Schema<?> schema) {
        List<Object> values = new ArrayList<>();
        if (schema.getEnum() != null) {
            schema.getEnum().stream().filter(Objects::nonNull).forEach(values::add);
        }
        return values;
    }

    /** Whether the only value of a schema is null. */
    static boolean onlyNull(Schema<?> schema) {
        return flag(schema.getExtensions(), "x-always-null")
                || (notEmpty(schema.getEnum()) && values(schema).isEmpty());
    }

    /** The properties of an object schema with those of all parts of its {@code allOf}. */
    ObjectView objectView(Schema<?> schema, String place) {
        ObjectView view = new ObjectView(new LinkedHashMap<>(), new LinkedHashSet<>());
        collect(schema, place, view, new LinkedHashSet<>());
        return view;
    }

    private void collect(Schema<?> schema, String place, ObjectView view, Set<String> open) {
        if (schema.get$ref() != null) {
            String name = target(schema.get$ref(), place);
            if (!open.add(name)) {
                throw new UnsupportedConstructException(place, "the schema " + name + " contains itself by allOf");
            }
            collect(get(name), place(name), view, open);
            open.remove(name);
            return;
        }
        refuseUndecidable(schema, place);
        if (notEmpty(schema.getOneOf())) {
            throw new UnsupportedConstructException(place, "oneOf is not supported as a part of an object");
        }
        if (schema.getAdditionalProperties() instanceof Schema
                || Boolean.TRUE.equals(schema.getAdditionalProperties())) {
            throw new UnsupportedConstructException(
                    place,
                    "properties together with additionalProperties are not supported: leave additionalProperties out"
                            + " (unknown fields are skipped), or leave the properties out (a free-form object)");
        }
        if (schema.getAllOf() != null) {
            for (int i = 0; i < schema.getAllOf().size(); i++) {
                collect((Schema<?>) schema.getAllOf().get(i), place + "/allOf/" + i, view, open);
            }
        } else if (schema.getType() != null && !"object".equals(schema.getType())) {
            throw new UnsupportedConstructException(place, "an object is needed here, not " + schema.getType());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                Property added = new Property(name, property, place + "/properties/" + name);
                Property before = view.properties().putIfAbsent(name, added);
                if (before != null && !before.schema().equals(property)) {
                    throw new UnsupportedConstructException(
                            added.place(), "the property is described differently at " + before.place());
                }
            });
        }
        if (schema.getRequired() != null) {
            view.required().addAll(schema.getRequired());
        }
    }

    /** Stops at keywords that no Java type stands for, wherever they are. */
    static void refuseUndecidable(Schema<?> schema, String place) {
        if (notEmpty(schema.getAnyOf())) {
            throw new UnsupportedConstructException(
                    place, "anyOf is not supported; write oneOf with alternatives of different JSON types");
        }
        if (schema.getNot() != null) {
            throw new UnsupportedConstructException(place, "not is not supported; describe what is allowed");
        }
        if (schema.getDiscriminator() != null) {
            throw new UnsupportedConstructException(
                    place, "discriminator is not supported; write oneOf with alternatives of different JSON types");
        }
    }

    static boolean hasProperties(Schema<?> schema) {
        return schema.getProperties() != null && !schema.getProperties().isEmpty();
    }

    static boolean flag(@Nullable Map<String, Object> extensions, String name) {
        return extensions != null && Boolean.TRUE.equals(extensions.get(name));
    }

    private static boolean notEmpty(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    /** What becomes of a named schema. */
    enum Kind {
        RECORD,
        OPEN_ENUM,
        UNION,
        /** No type of its own: whoever refers to it uses what it stands for. */
        ALIAS
    }

    /** A property, with the place where it is described. */
    record Property(String name, Schema<?> schema, String place) {}

    /** The properties of an object in the order of the description, and which of them must be present. */
    record ObjectView(Map<String, Property> properties, Set<String> required) {}
}
