package io.encord4j.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.EncordException;
import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.target.EmbeddedTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Defects put into the fake on purpose are noticed by the random sequences")
final class InjectedDefectsTest {

    private static final int SEQUENCES = 150;
    private static final int HISTORIES = 60;

    @ParameterizedTest
    @MethodSource("io.encord4j.conformance.model.Mutants#ofSequences")
    void randomSequencesNotice(Mutant mutant, @TempDir Path folder) throws IOException {
        try (EmbeddedTarget target = EmbeddedTarget.startIn(mutant.compileInto(folder))) {
            boolean noticed =
                    sequences(mutant.defect().hashCode()).stream().anyMatch(steps -> isNoticed(target, steps));
            assertThat(noticed).as("\"%s\" was noticed", mutant.defect()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.encord4j.conformance.model.Mutants#ofConcurrency")
    void concurrentActorsNotice(Mutant mutant, @TempDir Path folder) throws IOException {
        try (EmbeddedTarget target = EmbeddedTarget.startIn(mutant.compileInto(folder))) {
            boolean noticed =
                    Stream.iterate(0L, seed -> seed + 1).limit(HISTORIES).anyMatch(seed -> !isExplained(target, seed));
            assertThat(noticed).as("\"%s\" was noticed", mutant.defect()).isTrue();
        }
    }

    /** Random sequences, the same for a seed. */
    private static List<List<Step>> sequences(long seed) {
        List<List<Step>> sequences = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<List<Step>> generator =
                    Steps.sequences().ofMinSize(15).ofMaxSize(30).generator(SEQUENCES);
            Random random = new Random(seed);
            for (int i = 0; i < SEQUENCES; i++) {
                sequences.add(generator.next(random).value());
            }
        });
        return sequences;
    }

    private static boolean isNoticed(EmbeddedTarget target, List<Step> steps) {
        try (EvidenceFile evidence = new EvidenceFile("mutants");
                ClientSystem system = ClientSystem.newUserOf(target, evidence)) {
            new SequenceRun(system).take(steps);
            return false;
        } catch (AssertionError | EncordException noticed) {
            return true;
        }
    }

    private static boolean isExplained(EmbeddedTarget target, long seed) {
        try (EvidenceFile evidence = new EvidenceFile("mutants");
                ClientSystem first = ClientSystem.newUserOf(target, evidence)) {
            List<ClientSystem> systems =
                    Stream.generate(first::another).limit(6).toList();
            try {
                ConcurrentActors actors = new ConcurrentActors(first);
                return actors.isLinearizable(actors.run(systems, 8, seed));
            } finally {
                systems.forEach(ClientSystem::close);
            }
        }
    }
}
