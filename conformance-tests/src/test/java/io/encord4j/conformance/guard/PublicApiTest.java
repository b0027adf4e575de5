package io.encord4j.conformance.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others program against changes only on purpose")
final class PublicApiTest {

    @Test
    void theClientsPublicApi() throws IOException {
        new GoldenFile("client-api").mustEqual(ApiDump.of(resideInAPackage("io.encord4j")));
    }

    @Test
    void thePublicApiOfTheFake() throws IOException {
        new GoldenFile("fake-api")
                .mustEqual(ApiDump.of(resideInAnyPackage("io.encord4j.fake", "io.encord4j.fake.junit")));
    }

    @Test
    void theGeneratedSurface() throws IOException {
        new GoldenFile("generated-surface").mustEqual(ApiDump.of(resideInAPackage("io.encord4j.wire..")));
    }
}
