package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.Contract;
import io.encord4j.conformance.contract.Contract.Violation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.recording.Recorder.Recorded;
import java.util.List;

/** Judges what scenarios put on the wire of one target, and keeps the evidence until the run is over. */
final class Verdicts implements AutoCloseable {

    private final SpecOperations operations = SpecOperations.load();
    private final Contract contract = new Contract(operations);
    private final EvidenceFile evidence;

    Verdicts(String target) {
        evidence = new EvidenceFile("scenarios on " + target);
    }

    SpecOperations operations() {
        return operations;
    }

    /** Fails with every deviation from the spec; without any, the exchanges are evidence. */
    void judge(String scenario, List<Recorded> exchanges) {
        List<Violation> violations = exchanges.stream()
                .flatMap(recorded -> recorded.honest()
                        ? contract.judge(recorded.exchange()).stream()
                        : contract.judgeRefusal(recorded.exchange()).stream())
                .distinct()
                .toList();
        assertThat(violations).as("deviations from the spec").isEmpty();
        exchanges.forEach(recorded -> operations
                .of(recorded.exchange())
                .ifPresent(operation -> evidence.note(
                        recorded.exchange().status() < 300 ? Kind.SCENARIO : Kind.REFUSAL, operation.id(), scenario)));
    }

    @Override
    public void close() {
        contract.coverage().forEachSeen((kind, name) -> evidence.note(Kind.TOUCHED, kind, name));
        evidence.close();
    }
}
