package io.encord4j.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.evidence.EvidenceFile;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the official SDKs sent, and the answers that satisfied them, follow the spec")
final class GoldenVectorsTest {

    private static final SpecOperations OPERATIONS = SpecOperations.load();
    private static final Contract CONTRACT = new Contract(OPERATIONS);
    private static final EvidenceFile EVIDENCE = new EvidenceFile("golden vectors");

    @AfterAll
    static void writeTheEvidence() {
        EVIDENCE.close();
    }

    @ParameterizedTest
    @MethodSource
    void theSdkOf2022(GoldenVectors.Vector vector) {
        judge("2022", vector);
    }

    @ParameterizedTest
    @MethodSource
    void theSdkOf2026(GoldenVectors.Vector vector) {
        judge("2026", vector);
    }

    @ParameterizedTest
    @MethodSource
    void theSdkOf2026AndTheStorage(GoldenVectors.Vector vector) {
        judge("storage-2026", vector);
    }

    private static void judge(String recording, GoldenVectors.Vector vector) {
        assertThat(CONTRACT.judge(vector.exchange())).isEmpty();
        String operation = OPERATIONS.of(vector.exchange()).orElseThrow().id();
        EVIDENCE.note(EvidenceFile.Kind.VECTOR, operation, recording + " " + vector);
    }

    static List<GoldenVectors.Vector> theSdkOf2022() {
        return GoldenVectors.of("2022");
    }

    static List<GoldenVectors.Vector> theSdkOf2026() {
        return GoldenVectors.of("2026");
    }

    static List<GoldenVectors.Vector> theSdkOf2026AndTheStorage() {
        return GoldenVectors.of("storage-2026");
    }
}
