package io.encord4j.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.model.ConcurrentActors.Action;
import io.encord4j.conformance.model.Linearizability.Call;
import io.encord4j.conformance.target.EmbeddedTarget;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Client and fake behave like the reference model, whatever is asked of them in whatever order")
final class RandomSequencesTest {

    private static final int ACTORS = 5;
    private static final int ACTIONS = 8;

    @Property(tries = 60)
    void randomSequences(@ForAll("sequences") List<Step> steps) {
        try (EmbeddedTarget target = EmbeddedTarget.start();
                EvidenceFile evidence = new EvidenceFile("random sequences");
                ClientSystem system = ClientSystem.newUserOf(target, evidence)) {
            new SequenceRun(system).take(steps);
        }
    }

    @Property(tries = 12)
    void concurrentActorsObserveOneOrder(@ForAll long seed) {
        try (EmbeddedTarget target = EmbeddedTarget.start();
                EvidenceFile evidence = new EvidenceFile("concurrent actors");
                ClientSystem first = ClientSystem.newUserOf(target, evidence)) {
            List<ClientSystem> systems =
                    Stream.generate(first::another).limit(ACTORS).toList();
            try {
                ConcurrentActors actors = new ConcurrentActors(first);
                List<Call<Action>> history = actors.run(systems, ACTIONS, seed);
                assertThat(actors.isLinearizable(history))
                        .as("some order explains what the actors saw:%n%s", history)
                        .isTrue();
                evidence.note(Kind.MODEL, "listDataRows", "linearizable under concurrent actors");
            } finally {
                systems.forEach(ClientSystem::close);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        return Steps.sequences().ofMaxSize(20);
    }
}
