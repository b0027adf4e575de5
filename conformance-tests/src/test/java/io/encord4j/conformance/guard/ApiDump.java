package io.encord4j.conformance.guard;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what others can call: types and members that are public or protected, one a line, in a stable order. */
final class ApiDump {

    private static final Set<String> OBJECT = Set.of("toString()", "hashCode()", "equals(java.lang.Object)");

    private ApiDump() {}

    /** The lines of all visible types of the packages that fit. */
    static List<String> of(DescribedPredicate<JavaClass> wanted) {
        return visible(wanted)
                .flatMap(type -> Stream.concat(Stream.of(head(type)), members(type)))
                .toList();
    }

    /** The visible types of the product that fit, by name. */
    static Stream<JavaClass> visible(DescribedPredicate<JavaClass> wanted) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.encord4j").stream()
                        .filter(wanted)
                        .filter(ApiDump::isVisible)
                        .filter(type -> !type.getSimpleName().equals("package-info") && !type.isAnonymousClass())
                        .sorted(Comparator.comparing(JavaClass::getName));
    }

    private static String head(JavaClass type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        List<String> parents = new ArrayList<>();
        type.getSuperclass()
                .map(JavaType::getName)
                .filter(name -> !Set.of("java.lang.Object", "java.lang.Record").contains(name))
                .ifPresent(parents::add);
        type.getInterfaces().stream().map(JavaType::getName).sorted().forEach(parents::add);
        boolean extensible = type.getModifiers().contains(JavaModifier.ABSTRACT)
                || !type.getModifiers().contains(JavaModifier.FINAL);
        return "%s %s%s%s"
                .formatted(
                        kind,
                        type.getName(),
                        parents.isEmpty() ? "" : " : " + String.join(", ", parents),
                        kind.equals("class") && extensible ? " (open)" : "");
    }

    private static Stream<String> members(JavaClass type) {
        Stream<String> fields =
                type.getFields().stream().filter(ApiDump::isVisible).map(ApiDump::field);
        Stream<String> callables = Stream.concat(type.getConstructors().stream(), type.getMethods().stream())
                .filter(ApiDump::isVisible)
                .map(unit -> callable(type, unit))
                .filter(line -> OBJECT.stream().noneMatch(line::contains));
        return Stream.concat(fields, callables).map(line -> "    " + line).sorted();
    }

    private static String field(JavaField field) {
        return prefix(field) + field.getName() + ": " + field.getType().getName();
    }

    private static String callable(JavaClass type, JavaCodeUnit unit) {
        String parameters =
                unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
        String name = unit.isConstructor() ? type.getSimpleName() : unit.getName();
        String result = unit.isConstructor() ? "" : ": " + unit.getReturnType().getName();
        String failures = unit.getExceptionTypes().stream()
                .map(JavaType::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        return prefix(unit) + name + "(" + parameters + ")" + result
                + (failures.isEmpty() ? "" : " throws " + failures);
    }

    private static String prefix(HasModifiers member) {
        return (member.getModifiers().contains(JavaModifier.PROTECTED) ? "protected " : "")
                + (member.getModifiers().contains(JavaModifier.STATIC) ? "static " : "");
    }

    private static boolean isVisible(HasModifiers member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean inherited = modifiers.contains(JavaModifier.SYNTHETIC) || modifiers.contains(JavaModifier.BRIDGE);
        return !inherited && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }
}
