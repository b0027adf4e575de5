package io.encord4j.conformance.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.scenario.Samples;
import io.encord4j.fake.FakeEncordServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random batches of every kind, in both generations, under random faults, kills, interrupts and retries: whatever happens, no file is there
 * twice, each report says what is there, and in the end all is in. {@code -Dencord4j.uploads.steps=100000} takes more steps than a build
 * does, {@code -Dencord4j.uploads.seed=7} others.
 */
class RandomUploadsTest {
    private static final int STEPS = Integer.getInteger("encord4j.uploads.steps", 100);
    private static final long SEED = Long.getLong("encord4j.uploads.seed", 1);

    @TempDir
    private Path directory;

    @Test
    void noFileIsLostAndNoneIsThereTwice() throws Exception {
        Exchanges exchanges = new Exchanges();
        byte[] picture = Files.readAllBytes(new Samples(directory).image("picture.png", 8, 8, 1));
        int steps = 0;
        try (FakeEncordServer server =
                FakeEncordServer.builder().onExchange(exchanges).start()) {
            server.defaultWorld()
                    .changeChoices(
                            choices -> choices.toBuilder().checksMedia(false).build());
            for (long seed = SEED; steps < STEPS; seed++) {
                try (RandomBatch batch = new RandomBatch(server, exchanges, directory, picture, new Random(seed))) {
                    steps += batch.run();
                } catch (AssertionError | Exception e) {
                    throw new AssertionError("The batch of -Dencord4j.uploads.seed=" + seed + " failed.", e);
                }
            }
        }
        assertThat(steps).isGreaterThanOrEqualTo(STEPS);
    }
}
