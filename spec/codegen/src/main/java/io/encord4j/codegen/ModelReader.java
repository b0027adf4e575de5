package io.encord4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the named schemas to the Java types to generate. */
final class ModelReader {
    private final Schemas schemas;
    private final TypeReader types;
    private final Packages packages;
    private final Set<String> tolerant;

    /** Reads; the schemas named are those that are read as far as they can be read. */
    ModelReader(Schemas schemas, TypeReader types, Packages packages, Set<String> tolerant) {
        this.schemas = schemas;
        this.types = types;
        this.packages = packages;
        this.tolerant = tolerant;
    }

    /** All types, in the order of their schemas' names. */
    List<Model> readAll() {
        List<Model> models = new ArrayList<>();
        for (String name : schemas.names().stream().sorted().toList()) {
            Schema<?> schema = schemas.get(name);
            String place = Schemas.place(name);
            if (!name.matches("[A-Z][A-Za-z0-9]*")) {
                throw new UnsupportedConstructException(
                        place, "the name of a schema starts with a capital, and has only letters and digits");
            }
            switch (schemas.kind(name)) {
                case RECORD -> models.add(record(name, schema, place));
                case OPEN_ENUM -> models.add(openEnum(name, schema, place));
                case UNION -> models.add(union(name, schema, place));
                // Nothing to generate, but whatever is unsupported must be found even if nobody refers to it.
                case ALIAS -> types.read(schema, place);
            }
        }
        return models;
    }

    private RecordModel record(String name, Schema<?> schema, String place) {
        List<Component> components = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        Map<String, String> javaNames = new LinkedHashMap<>();
        Schemas.ObjectView view = schemas.objectView(schema, place);
        for (String required : view.required()) {
            if (!view.properties().containsKey(required)) {
                throw new UnsupportedConstructException(place + "/required", "there is no property " + required);
            }
        }
        for (Schemas.Property property : view.properties().values()) {
            TypeUse use = types.read(property.schema(), property.place());
            String description = types.description(property.schema(), property.place());
            if (use.constant() != null) {
                constants.add(new Constant(property.name(), use.constant(), description));
                continue;
            }
            String javaName = WireNames.variable(property.name());
            String before = javaNames.put(javaName, property.name());
            if (before != null) {
                throw new UnsupportedConstructException(
                        property.place(), "in Java it has the same name as the property " + before + ": " + javaName);
            }
            String defaultValue =
                    Defaults.literal(property, use, view.required().contains(property.name()));
            Component.Presence presence = defaultValue != null
                    ? Component.Presence.DEFAULTED
                    : presence(property, use, view.required().contains(property.name()), tolerant.contains(name));
            components.add(new Component(
                    property.name(),
                    javaName,
                    use.requireType(property.place()),
                    presence,
                    tolerant.contains(name),
                    defaultValue,
                    use.sensitive(),
                    description));
        }
        return new RecordModel(
                packages,
                name,
                types.className(name),
                schema.getDescription(),
                tolerant.contains(name),
                components,
                constants);
    }

    private static Component.Presence presence(
            Schemas.Property property, TypeUse use, boolean required, boolean tolerant) {
        boolean absentDiffers = Schemas.flag(property.schema().getExtensions(), "x-absent-differs-from-null");
        if (absentDiffers && (required || !use.nullable())) {
            throw new UnsupportedConstructException(
                    property.place(), "x-absent-differs-from-null needs a property that is optional and nullable");
        }
        if (absentDiffers) {
            return Component.Presence.OMISSIBLE;
        }
        if (!required) {
            return Defaults.isNull(property, use) ? Component.Presence.NULL_BY_DEFAULT : Component.Presence.OPTIONAL;
        }
        if (use.nullable()) {
            return Component.Presence.REQUIRED_NULLABLE;
        }
        return tolerant && !Schemas.flag(property.schema().getExtensions(), "x-demanded")
                ? Component.Presence.EXPECTED
                : Component.Presence.REQUIRED;
    }

    private EnumModel openEnum(String name, Schema<?> schema, String place) {
        Schemas.refuseUndecidable(schema, place);
        boolean integer = "integer".equals(schema.getType());
        if (!integer && !"string".equals(schema.getType())) {
            throw new UnsupportedConstructException(place, "an enum has the type string or integer");
        }
        List<EnumModel.Value> values = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        List<Object> wireValues = Schemas.values(schema);
        for (int i = 0; i < wireValues.size(); i++) {
            Object value = wireValues.get(i);
            if (integer ? !(value instanceof Integer) : !(value instanceof String)) {
                throw new UnsupportedConstructException(place + "/enum/" + i, "the value is not of the enum's type");
            }
            String given = entry(schema, "x-enum-varnames", i, value);
            String constant = given != null ? given : WireNames.constant(value.toString());
            if (!names.add(constant)) {
                throw new UnsupportedConstructException(
                        place + "/enum/" + i,
                        "two values have the name " + constant + "; give names by x-enum-varnames");
            }
            values.add(new EnumModel.Value(constant, value, entry(schema, "x-enum-descriptions", i, value)));
        }
        return new EnumModel(packages, name, types.className(name), schema.getDescription(), integer, values);
    }

    /** The entry for a value in an extension that is a list in the order of the values, or a map by value. */
    private static @Nullable String entry(Schema<?> schema, String extension, int index, Object value) {
        Object entries =
                schema.getExtensions() == null ? null : schema.getExtensions().get(extension);
        if (entries instanceof List<?> list) {
            return index < list.size() ? String.valueOf(list.get(index)) : null;
        }
        if (entries instanceof Map<?, ?> map) {
            Object entry = map.containsKey(value) ? map.get(value) : map.get(value.toString());
            return entry == null ? null : entry.toString();
        }
        return null;
    }

    private UnionModel union(String name, Schema<?> schema, String place) {
        Schemas.refuseUndecidable(schema, place);
        if (Schemas.hasProperties(schema) || schema.getAllOf() != null) {
            throw new UnsupportedConstructException(place, "oneOf together with properties or allOf is not supported");
        }
        String className = types.className(name);
        List<UnionModel.Alternative> alternatives = new ArrayList<>();
        Set<WireType.Token> tokens = EnumSet.noneOf(WireType.Token.class);
        for (int i = 0; i < schema.getOneOf().size(); i++) {
            Schema<?> part = (Schema<?>) schema.getOneOf().get(i);
            String partPlace = place + "/oneOf/" + i;
            WireType type = types.read(part, partPlace).requireType(partPlace);
            if (type.token() == WireType.Token.ANY) {
                throw new UnsupportedConstructException(partPlace, "an alternative must have one JSON type");
            }
            if (!tokens.add(type.token())) {
                throw new UnsupportedConstructException(
                        partPlace,
                        "another alternative is " + type.token().title() + " in JSON too; they cannot be told apart");
            }
            alternatives.add(new UnionModel.Alternative(className, type, types.description(part, partPlace)));
        }
        return new UnionModel(packages, name, className, schema.getDescription(), alternatives);
    }
}
