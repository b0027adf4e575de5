package io.encord4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String FACADE = "io.encord4j";
    private static final String INTERNAL = "io.encord4j.internal..";
    private static final String WIRE = "io.encord4j.wire..";

    /** What makes calls, or reads settings for them; all other public classes are plain values. */
    private static final Set<String> CLIENTS = Set.of(
            "EncordUserClient",
            "EncordUserClientBuilder",
            "EncordDatasetClient",
            "EncordDatasetClientBuilder",
            "EncordStorage",
            "StagedUploads",
            "ClientOptions");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FACADE);

    @Test
    void noGeneratedOrInternalTypeIsPartOfAPublicSignature() {
        classes()
                .that()
                .resideInAPackage(FACADE)
                .and()
                .arePublic()
                .should(haveOnlyPublicTypesInTheirSignatures())
                .check(PRODUCT);
    }

    @Test
    void publicValuesKnowNothingOfWhatIsInternal() {
        noClasses()
                .that()
                .resideInAPackage(FACADE)
                .and(areNoClients())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(INTERNAL, WIRE)
                .check(PRODUCT);
    }

    @Test
    void internalClassesDoNotUseTheClients() {
        noClasses()
                .that()
                .resideInAnyPackage(INTERNAL, WIRE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.encord4j\\.Encord(User|Dataset)Client.*")
                .check(PRODUCT);
    }

    @Test
    void generatedCodeKnowsNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(WIRE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FACADE, INTERNAL)
                .check(PRODUCT);
    }

    @Test
    void theTransportKnowsNoWorkflow() {
        noClasses()
                .that()
                .resideInAnyPackage("io.encord4j.internal.http..", "io.encord4j.internal.auth..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.encord4j.internal.workflow..",
                        "io.encord4j.internal.upload..",
                        "io.encord4j.internal.operation..",
                        "io.encord4j.internal.mapping..",
                        "io.encord4j.internal.privatefiles..")
                .check(PRODUCT);
    }

    @Test
    void mappingAndWaitingMakeNoCalls() {
        noClasses()
                .that()
                .resideInAnyPackage("io.encord4j.internal.mapping..", "io.encord4j.internal.operation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.encord4j.internal.http..", "io.encord4j.wire.api..", "okhttp3..", "retrofit2..")
                .check(PRODUCT);
    }

    @Test
    void internalPackagesHaveNoCycles() {
        slices().matching("io.encord4j.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void nothingIsPrintedToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> areNoClients() {
        return DescribedPredicate.describe(
                "are plain values", type -> !CLIENTS.contains(topLevel(type).getSimpleName()));
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

    private static ArchCondition<JavaClass> haveOnlyPublicTypesInTheirSignatures() {
        return new ArchCondition<>("have only public types in their signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    if (unit.getModifiers().contains(JavaModifier.PUBLIC)
                            || unit.getModifiers().contains(JavaModifier.PROTECTED)) {
                        hidden(unit)
                                .forEach(hidden -> events.add(SimpleConditionEvent.violated(
                                        unit, unit.getFullName() + " shows " + hidden.getName())));
                    }
                }
            }
        };
    }

    private static List<JavaClass> hidden(JavaCodeUnit unit) {
        List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        return types.stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(type -> type.getPackageName().startsWith("io.encord4j."))
                .toList();
    }
}
