package io.encord4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a schema, at the place where it is used, to a Java type. */
final class TypeReader {
    private final Schemas schemas;
    private final String modelPackage;
    private final String modelPrefix;

    TypeReader(Schemas schemas, String modelPackage, String modelPrefix) {
        this.schemas = schemas;
        this.modelPackage = modelPackage;
        this.modelPrefix = modelPrefix;
    }

    /** The simple name of the type for a named schema. */
    String className(String schemaName) {
        return modelPrefix + schemaName;
    }

    TypeUse read(Schema<?> schema, String place) {
        return read(schema, place, new LinkedHashSet<>());
    }

    /** The description at the place of use, else the one of the schema referred to. */
    @Nullable
    String description(Schema<?> schema, String place) {
        if (schema.getDescription() != null) {
            return schema.getDescription();
        }
        String reference = schema.get$ref() != null ? schema.get$ref() : Schemas.wrapped(schema);
        if (reference == null) {
            return null;
        }
        String name = schemas.target(reference, place);
        return description(schemas.get(name), Schemas.place(name));
    }

    private TypeUse read(Schema<?> schema, String place, Set<String> aliases) {
        Schemas.refuseUndecidable(schema, place);
        boolean nullable = Boolean.TRUE.equals(schema.getNullable())
                || (schema.getEnum() != null && schema.getEnum().contains(null));
        boolean sensitive = Schemas.flag(schema.getExtensions(), "x-sensitive");
        String reference = schema.get$ref() != null ? schema.get$ref() : Schemas.wrapped(schema);
        if (reference != null) {
            TypeUse target = named(schemas.target(reference, place), place, aliases);
            return new TypeUse(
                    target.type(), nullable || target.nullable(), target.constant(), sensitive || target.sensitive());
        }
        if (Schemas.onlyNull(schema)) {
            return new TypeUse(null, true, null, sensitive);
        }
        List<Object> values = Schemas.values(schema);
        if (values.size() == 1) {
            return new TypeUse(null, nullable, constant(values.get(0), place), sensitive);
        }
        if (!values.isEmpty()) {
            throw new UnsupportedConstructException(
                    place, "an enum with several values needs a schema file of its own, for its name");
        }
        WireType type = plain(schema, place, aliases);
        return new TypeUse(type, nullable || type.includesNull(), null, sensitive);
    }

    private TypeUse named(String name, String place, Set<String> aliases) {
        Schema<?> target = schemas.get(name);
        return switch (schemas.kind(name)) {
            case RECORD -> use(target, name, WireType.Token.OBJECT, false);
            case OPEN_ENUM ->
                use(
                        target,
                        name,
                        "integer".equals(target.getType()) ? WireType.Token.NUMBER : WireType.Token.STRING,
                        target.getEnum().contains(null));
            case UNION -> use(target, name, WireType.Token.ANY, nullableAlternative(target));
            case ALIAS -> {
                if (!aliases.add(name)) {
                    throw new UnsupportedConstructException(place, "the schema " + name + " stands for itself");
                }
                TypeUse use = read(target, Schemas.place(name), aliases);
                aliases.remove(name);
                yield use;
            }
        };
    }

    private TypeUse use(Schema<?> target, String name, WireType.Token token, boolean nullable) {
        return new TypeUse(
                new NamedType(modelPackage + "." + className(name), token),
                nullable || Boolean.TRUE.equals(target.getNullable()),
                null,
                Schemas.flag(target.getExtensions(), "x-sensitive"));
    }

    private static boolean nullableAlternative(Schema<?> union) {
        return union.getOneOf().stream().anyMatch(part -> Boolean.TRUE.equals(((Schema<?>) part).getNullable()));
    }

    private static Object constant(Object value, String place) {
        if (value instanceof String || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        throw new UnsupportedConstructException(place, "a constant must be a string, an integer or a boolean");
    }

    private WireType plain(Schema<?> schema, String place, Set<String> aliases) {
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            throw new UnsupportedConstructException(place, "oneOf needs a schema file of its own, for its name");
        }
        if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
            throw new UnsupportedConstructException(
                    place, "allOf with several parts needs a schema file of its own, for its name");
        }
        // The parser gives the type object to a schema without type, so that absence alone cannot mean "anything".
        if (Schemas.flag(schema.getExtensions(), "x-any-value")) {
            return ScalarType.ANY;
        }
        if (schema.getType() == null) {
            throw new UnsupportedConstructException(
                    place, "the type is missing; for any JSON value say x-any-value: true");
        }
        return switch (schema.getType()) {
            case "string" -> string(schema.getFormat(), place);
            case "integer" -> integer(schema.getFormat(), place);
            case "number" -> number(schema.getFormat(), place);
            case "boolean" -> ScalarType.BOOLEAN;
            case "array" -> list(schema, place, aliases);
            case "object" -> object(schema, place, aliases);
            default ->
                throw new UnsupportedConstructException(place, "the type " + schema.getType() + " is not supported");
        };
    }

    private static WireType string(@Nullable String format, String place) {
        if (format == null) {
            return ScalarType.STRING;
        }
        return switch (format) {
            case "uri", "email", "password" -> ScalarType.STRING;
            case "uuid" -> ScalarType.UUID;
            case "byte" -> ScalarType.BYTES;
            case "date-time" -> ScalarType.DATE_TIME;
            case "local-date-time" -> ScalarType.LOCAL_DATE_TIME;
            case "seconds-utc" -> ScalarType.SECONDS_UTC;
            case "binary" ->
                throw new UnsupportedConstructException(
                        place,
                        "format binary is only supported as a whole body; within JSON write format byte (base64)");
            default ->
                throw new UnsupportedConstructException(place, "the string format " + format + " is not supported");
        };
    }

    private static WireType integer(@Nullable String format, String place) {
        if (format == null || format.equals("int32")) {
            return ScalarType.INT;
        }
        if (format.equals("int64")) {
            return ScalarType.LONG;
        }
        throw new UnsupportedConstructException(place, "the integer format " + format + " is not supported");
    }

    private static WireType number(@Nullable String format, String place) {
        if (format == null || format.equals("double") || format.equals("float")) {
            return ScalarType.DOUBLE;
        }
        throw new UnsupportedConstructException(place, "the number format " + format + " is not supported");
    }

    private WireType list(Schema<?> schema, String place, Set<String> aliases) {
        if (schema.getItems() == null) {
            throw new UnsupportedConstructException(place, "the items of the array are missing");
        }
        TypeUse element = read(schema.getItems(), place + "/items", aliases);
        return new ListType(element.requireType(place + "/items"), element.nullable());
    }

    private WireType object(Schema<?> schema, String place, Set<String> aliases) {
        if (Schemas.hasProperties(schema)) {
            throw new UnsupportedConstructException(
                    place, "an inline object with properties needs a schema file of its own, for its name");
        }
        Object additional = schema.getAdditionalProperties();
        if (Boolean.TRUE.equals(additional)) {
            return MapType.FREE_FORM;
        }
        if (additional instanceof Schema<?> values) {
            TypeUse element = read(values, place + "/additionalProperties", aliases);
            return new MapType(element.requireType(place + "/additionalProperties"), element.nullable());
        }
        throw new UnsupportedConstructException(
                place,
                "an object without properties says additionalProperties: true (free-form), a schema (a map), or, in a"
                        + " file of its own, false (no fields); for any JSON value leave the type out and say"
                        + " x-any-value: true");
    }
}
