package io.encord4j.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record to generate. Templates call the methods by name. */
record RecordModel(
        Packages packages,
        String schemaName,
        String className,
        @Nullable String description,
        boolean tolerant,
        List<Component> components,
        List<Constant> constants)
        implements Model {
    private static final int OPTIONAL_COMPONENTS_FOR_A_BUILDER = 3;

    @Override
    public WireType.Token token() {
        return WireType.Token.OBJECT;
    }

    /** A case of the adapter's switch over the fields. */
    record Field(
            String cases,
            @Nullable Component component,
            @Nullable Constant constant) {}

    /** The fields in the order in which they are written: constants first. */
    List<Field> fields() {
        List<String> names = names();
        List<String> others = otherSpellings();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int other = others.indexOf(WireNames.otherSpelling(names.get(i)));
            String cases = other < 0 ? String.valueOf(i) : i + ", " + (names.size() + other);
            fields.add(
                    i < constants.size()
                            ? new Field(cases, null, constants.get(i))
                            : new Field(cases, components.get(i - constants.size()), null));
        }
        return fields;
    }

    private List<String> names() {
        return Stream.concat(
                        constants.stream().map(Constant::wireName),
                        components.stream().map(Component::wireName))
                .toList();
    }

    /** The names in snake_case and camelCase that answers may use instead. */
    private List<String> otherSpellings() {
        List<String> names = names();
        return tolerant
                ? names.stream()
                        .map(WireNames::otherSpelling)
                        .filter(other -> !names.contains(other))
                        .distinct()
                        .toList()
                : List.of();
    }

    List<String> fieldLiterals() {
        return Stream.concat(names().stream(), otherSpellings().stream())
                .map(WireNames::literal)
                .toList();
    }

    boolean hasFields() {
        return !fieldLiterals().isEmpty();
    }

    boolean hasBuilder() {
        return components.stream().filter(Component::mayBeLeftOut).count() >= OPTIONAL_COMPONENTS_FOR_A_BUILDER;
    }

    boolean builderChecks() {
        return components.stream().anyMatch(Component::required);
    }

    boolean redacted() {
        return components.stream().anyMatch(Component::sensitive);
    }

    List<String> guards() {
        return components.stream()
                .map(Component::guard)
                .filter(guard -> !guard.isEmpty())
                .toList();
    }

    boolean hasGuards() {
        return !guards().isEmpty();
    }

    /** The imports of the record itself. */
    List<String> imports() {
        Stream<String> used = components.stream().flatMap(component -> component.imports(packages));
        Stream<String> nullable = hasBuilder() ? Stream.of(MapType.NULLABLE) : Stream.of();
        Stream<String> objects = guards().stream().anyMatch(guard -> guard.contains("Objects."))
                ? Stream.of("java.util.Objects")
                : Stream.of();
        return Packages.imports(
                packages.model(), Stream.of(used, nullable, objects).flatMap(types -> types));
    }

    /** The imports of the adapter, besides those that every adapter has. */
    List<String> adapterImports() {
        Stream<String> used = components.stream().flatMap(component -> component.imports(packages));
        Stream<String> always = Stream.of(
                packages.model() + "." + className,
                "com.squareup.moshi.JsonAdapter",
                "com.squareup.moshi.JsonReader",
                "com.squareup.moshi.JsonWriter",
                "java.io.IOException",
                MapType.NULLABLE);
        return Packages.imports(packages.json(), Stream.concat(used, always));
    }

    String javadoc() {
        Javadoc javadoc = Javadoc.of("", description, "The schema " + schemaName + ".");
        constants.forEach(constant -> javadoc.paragraph("Always written with `" + constant.wireName() + "` = `"
                + constant.value() + "`." + (constant.description() == null ? "" : " " + constant.description())));
        components.forEach(component -> param(javadoc, component));
        return javadoc.toString();
    }

    String constructorJavadoc() {
        Javadoc javadoc = Javadoc.of("    ", null, "Checks that what is required is there, and copies lists and maps.");
        components.forEach(component -> param(javadoc, component));
        return javadoc.toString();
    }

    List<Setter> setters() {
        return components.stream().map(Setter::new).toList();
    }

    /** A method of the builder. */
    record Setter(Component component) {
        String javadoc() {
            Javadoc javadoc = Javadoc.of("        ", null, "Sets " + component.name() + ".");
            param(javadoc, component);
            return javadoc.returns("this builder").toString();
        }
    }

    private static void param(Javadoc javadoc, Component component) {
        javadoc.param(component.name(), component.description(), "the field `" + component.wireName() + "`");
    }
}
