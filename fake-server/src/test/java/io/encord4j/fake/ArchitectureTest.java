package io.encord4j.fake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String FAKE = "io.encord4j.fake..";
    private static final String PLATFORM = "io.encord4j.fake.internal.platform..";
    private static final String WIRE = "io.encord4j.fake.wire..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.encord4j.fake");

    @Test
    void noSignatureThatUsersSeeLeadsToWhatIsNotApi() {
        JavaClasses published =
                PRODUCT.that(describe("are published", type -> isPublished(type) && !type.isAnonymousClass()));
        assertThat(published).hasSizeGreaterThan(50);
        assertThat(published.stream()
                        .flatMap(type -> signatures(type).filter(ArchitectureTest::isOfFake))
                        .filter(type -> !isPublished(type)))
                .as("types that are reachable and not published")
                .isEmpty();
    }

    @Test
    void thePlatformKnowsNeitherHttpNorJsonNorTheOtherRings() {
        DescribedPredicate<JavaClass> vocabulary = resideInAPackage("io.encord4j.fake")
                .and(describe(
                        "know nothing internal",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .allMatch(target -> !isOfFake(target)
                                        || target.getPackageName().equals("io.encord4j.fake"))));
        in(PLATFORM)
                .should()
                .dependOnClassesThat(resideInAnyPackage(FAKE)
                        .and(not(resideInAnyPackage(PLATFORM)))
                        .and(not(vocabulary)))
                .check(PRODUCT);
        in(PLATFORM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.javalin..", "org.eclipse.jetty..", "jakarta..", "com.squareup.moshi..", "okio..")
                .check(PRODUCT);
    }

    @Test
    void theEndpointsKnowNothingOfControlAndFaults() {
        in("io.encord4j.fake.internal.rpc..", "io.encord4j.fake.internal.rest..", "io.encord4j.fake.internal.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.encord4j.fake.internal.control..",
                        "io.encord4j.fake.internal.faults..",
                        "io.encord4j.fake.internal.journal..",
                        "io.encord4j.fake.faults..",
                        "io.encord4j.fake.journal..")
                .check(PRODUCT);
    }

    @Test
    void generatedCodeKnowsNothingElse() {
        in(WIRE).should()
                .dependOnClassesThat(resideInAnyPackage(FAKE).and(not(resideInAnyPackage(WIRE))))
                .check(PRODUCT);
    }

    @Test
    void onlyTheHttpPackageSpeaksWithTheServerLibrary() {
        noClasses()
                .that(not(resideInAnyPackage("io.encord4j.fake.internal.http..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..")
                .check(PRODUCT);
    }

    @Test
    void whoDoesNotUseTheExtensionNeedsNoJUnit() {
        noClasses()
                .that(not(resideInAnyPackage("io.encord4j.fake.junit..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "io.encord4j.fake.junit..")
                .check(PRODUCT);
    }

    @Test
    void whoEmbedsTheServerNeedsNoCommandLine() {
        noClasses()
                .that(not(resideInAnyPackage("io.encord4j.fake.internal.console..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "io.encord4j.fake.internal.console..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.encord4j.fake.internal.(*)..")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    private static boolean isOfFake(JavaClass type) {
        return type.getPackageName().startsWith("io.encord4j.fake");
    }

    private static boolean isPublished(JavaClass type) {
        return isOfFake(type)
                && !type.getPackageName().startsWith("io.encord4j.fake.internal")
                && !type.getPackageName().startsWith("io.encord4j.fake.wire")
                && isVisible(type)
                && type.getEnclosingClass().map(ArchitectureTest::isPublished).orElse(true);
    }

    private static boolean isVisible(HasModifiers element) {
        return element.getModifiers().contains(JavaModifier.PUBLIC)
                || element.getModifiers().contains(JavaModifier.PROTECTED);
    }

    /** Every type that the head of a type and its visible members name, type arguments included. */
    private static Stream<JavaClass> signatures(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields =
                type.getFields().stream().filter(ArchitectureTest::isVisible).map(JavaField::getType);
        Stream<JavaType> callables = type.getCodeUnits().stream()
                .filter(ArchitectureTest::isVisible)
                .flatMap(unit -> Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getExceptionTypes().stream())
                        .flatMap(types -> types));
        return Stream.of(parents, fields, callables)
                .flatMap(types -> types)
                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType);
    }

    private static GivenClassesConjunction in(String... packages) {
        return noClasses().that().resideInAnyPackage(packages);
    }
}
