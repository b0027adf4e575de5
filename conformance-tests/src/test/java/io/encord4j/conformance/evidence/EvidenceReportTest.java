package io.encord4j.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.Coverage;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.evidence.EvidenceFile.Note;
import io.encord4j.conformance.guard.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What ran in this build is evidence for the whole spec")
final class EvidenceReportTest {

    private static final SpecOperations OPERATIONS = SpecOperations.load();

    private final List<Note> notes;
    private final Coverage coverage = new Coverage(OPERATIONS);

    EvidenceReportTest() throws IOException {
        notes = EvidenceFile.readAll();
        notes.stream()
                .filter(note -> note.kind() == Kind.TOUCHED)
                .forEach(note -> coverage.note(note.operation(), note.detail()));
    }

    @BeforeAll
    static void writeTheReport() throws IOException {
        EvidenceReportTest run = new EvidenceReportTest();
        EvidenceReport report = new EvidenceReport(OPERATIONS, run.notes, run.coverage);
        report.write(Path.of("target"));
        report.summary().forEach(System.out::println);
    }

    @Test
    void aScenarioCalledEveryOperationAndSucceeded() {
        assertThat(coverage.succeeded())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(
                        OPERATIONS.all().stream().map(SpecOperation::id).toList()));
    }

    @Test
    void everyDocumentedErrorWasSeen() {
        assertThat(coverage.gaps()).doesNotContainKeys("token", "status");
    }

    @Test
    void everyParameterWasSeen() {
        assertThat(coverage.gaps()).doesNotContainKey("parameter");
    }

    @Test
    void onlyTheFieldsThatNobodySendsWereNotSeen() throws IOException {
        new GoldenFile("unseen-fields").mustEqual(coverage.gaps().getOrDefault("field", List.of()));
    }

    @Test
    void everyAssumptionConcernsAnOperation() {
        assertThat(Assumptions.all(OPERATIONS))
                .isNotEmpty()
                .allSatisfy(assumption -> assertThat(assumption.operations())
                        .as(assumption.choice())
                        .isNotEmpty());
    }

    @Test
    void everyKindOfEvidenceWasCollected() {
        assertThat(notes).extracting(Note::kind).contains(Kind.values());
    }
}
