package io.encord4j.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code oneOf} whose alternatives are told apart by their JSON token. Templates call the methods by name. */
record UnionModel(
        Packages packages,
        String schemaName,
        String className,
        @Nullable String description,
        List<Alternative> alternatives)
        implements Model {

    /** One alternative, as a record within the interface. */
    record Alternative(
            String unionName, WireType type, @Nullable String description) {
        String name() {
            return type.token().alternative();
        }

        String javadoc() {
            return Javadoc.of(
                            "    ",
                            description,
                            "The alternative that is " + type.token().title() + " in JSON.")
                    .param("value", "the value", "")
                    .toString();
        }

        String java() {
            return type.java();
        }

        String tokenName() {
            return type.token().moshiName();
        }

        String readExpression() {
            return type.read("reader");
        }

        String writeStatement() {
            return type.write("writer", "alternative.value()");
        }

        boolean guarded() {
            return !type.primitive();
        }

        String guard() {
            return type.mutable() ? "value = " + type.copy("value") + ";" : "Objects.requireNonNull(value, \"value\");";
        }
    }

    @Override
    public WireType.Token token() {
        return WireType.Token.ANY;
    }

    String javadoc() {
        return Javadoc.of("", description, "The schema " + schemaName + ".").toString();
    }

    /** What a message says when none of the alternatives is found. */
    String expected() {
        return alternatives.stream()
                .map(alternative -> alternative.type().token().title())
                .collect(Collectors.joining(" or "));
    }

    List<String> imports() {
        Stream<String> objects =
                alternatives.stream().anyMatch(a -> a.guarded() && a.guard().contains("Objects."))
                        ? Stream.of("java.util.Objects")
                        : Stream.of();
        return Packages.imports(
                packages.model(),
                Stream.concat(
                        objects, alternatives.stream().flatMap(a -> a.type().imports())));
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
