package io.encord4j.codegen;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An open enumeration to generate. Templates call the methods by name. */
record EnumModel(
        Packages packages,
        String schemaName,
        String className,
        @Nullable String description,
        boolean integer,
        List<Value> values)
        implements Model {

    /** A value that the description knows. */
    record Value(String name, Object value, @Nullable String description) {
        String literal() {
            return value instanceof String text ? WireNames.literal(text) : value.toString();
        }

        String javadoc() {
            return Javadoc.of("    ", description, "The value `" + value + "`.").toString();
        }
    }

    @Override
    public WireType.Token token() {
        return integer ? WireType.Token.NUMBER : WireType.Token.STRING;
    }

    String javadoc() {
        return Javadoc.of("", description, "The schema " + schemaName + ".")
                .paragraph("An open enumeration: a value that is not known here is kept as it is.")
                .param("value", "the value on the wire", "")
                .toString();
    }

    String valueType() {
        return integer ? "int" : "String";
    }

    List<String> imports() {
        return integer ? List.of("java.util.List") : List.of("java.util.List", "java.util.Objects");
    }

    List<String> adapterImports() {
        return Packages.imports(
                packages.json(),
                Stream.of(
                        qualified(),
                        "com.squareup.moshi.JsonAdapter",
                        "com.squareup.moshi.JsonReader",
                        "com.squareup.moshi.JsonWriter",
                        "java.io.IOException",
                        MapType.NULLABLE));
    }
}
