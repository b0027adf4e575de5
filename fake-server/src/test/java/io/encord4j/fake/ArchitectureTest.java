package io.encord4j.fake;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String FAKE = "io.encord4j.fake..";
    private static final String PLATFORM = "io.encord4j.fake.internal.platform..";
    private static final String WIRE = "io.encord4j.fake.wire..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.encord4j.fake");

    @Test
    void thePlatformKnowsNeitherHttpNorJsonNorTheOtherRings() {
        in(PLATFORM)
                .should()
                .dependOnClassesThat(resideInAnyPackage(FAKE).and(not(resideInAnyPackage(PLATFORM))))
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

    private static GivenClassesConjunction in(String... packages) {
        return noClasses().that().resideInAnyPackage(packages);
    }
}
