package io.encord4j.conformance.guard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others program against changes only on purpose")
final class PublicApiTest {

    private static final DescribedPredicate<JavaClass> CLIENT = resideInAPackage("io.encord4j");
    private static final DescribedPredicate<JavaClass> FAKE = resideInAPackage("io.encord4j.fake..")
            .and(not(resideInAnyPackage("io.encord4j.fake.internal..", "io.encord4j.fake.wire..")));

    @Test
    void theClientsPublicApi() throws IOException {
        new GoldenFile("client-api").mustEqual(ApiDump.of(CLIENT));
    }

    @Test
    void thePublicApiOfTheFake() throws IOException {
        new GoldenFile("fake-api").mustEqual(ApiDump.of(FAKE));
    }

    @Test
    void testsCanImportTheTypesOfBoth() {
        Set<String> client = topLevelNames(CLIENT);
        Set<String> fake = topLevelNames(FAKE);

        assertThat(client).contains("DataType", "EncordUserClient");
        assertThat(fake).contains("FakeDataType", "Journal").doesNotContainAnyElementsOf(client);
    }

    @Test
    void theGeneratedSurface() throws IOException {
        new GoldenFile("generated-surface").mustEqual(ApiDump.of(resideInAPackage("io.encord4j.wire..")));
    }

    private static Set<String> topLevelNames(DescribedPredicate<JavaClass> published) {
        return ApiDump.visible(published)
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
