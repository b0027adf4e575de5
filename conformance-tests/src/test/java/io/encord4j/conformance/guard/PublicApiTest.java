package io.encord4j.conformance.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.Completion;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.UploadPlan;
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
        DescribedPredicate<JavaClass> published = resideInAnyPackage(
                        "io.encord4j.fake",
                        "io.encord4j.fake.junit",
                        "io.encord4j.fake.faults",
                        "io.encord4j.fake.journal")
                .or(belongToAnyOf(
                        Choices.class, ClockSetting.class, Completion.class, ReEncodePlan.class, UploadPlan.class));
        new GoldenFile("fake-api").mustEqual(ApiDump.of(published));
    }

    @Test
    void theGeneratedSurface() throws IOException {
        new GoldenFile("generated-surface").mustEqual(ApiDump.of(resideInAPackage("io.encord4j.wire..")));
    }
}
