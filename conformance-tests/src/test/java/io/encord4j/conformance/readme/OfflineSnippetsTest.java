package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.ReEncodeResult;
import io.encord4j.Video;
import io.encord4j.conformance.scenario.Samples;
import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.junit.EncordTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the README about tests without the service: each stretch between the marks stands there, word for word. */
@EncordTest
final class OfflineSnippetsTest {

    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(work=.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private EncordUserClient user;

    @BeforeEach
    void open(FakeEncordServer server, FakeUser ada) {
        user = EncordUserClient.builder()
                .sshKey(ada.sshPrivateKey())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build();
    }

    @AfterEach
    void close() {
        user.close();
    }

    @Test
    void timeIsSteppedOverAReEncode(FakeWorld world) {
        try (EncordDatasetClient dataset =
                user.datasetClient(user.createDataset("Films").datasetHash())) {
            Video video = dataset.uploadVideo(new Samples(folder).video("film.mp4"));
            // README
            world.freezeAt(world.clock().instant());
            world.setReEncoding(ReEncodePlan.succeeding(new Completion.After(Duration.ofHours(1))));
            Operation<ReEncodeResult> task = dataset.reEncodeData(List.of(video.dataHash()));

            world.advance(Duration.ofMinutes(59));
            assertThat(task.poll()).isInstanceOf(Outcome.Pending.class);
            world.advance(Duration.ofMinutes(1));
            assertThat(task.poll()).isInstanceOf(Outcome.Done.class);
            // end
        }
    }

    @Test
    void aFaultLeavesAReceipt(FakeWorld world) {
        // README
        FaultReceipt receipt = world.arm(Fault.on("listDatasets").beforeHandling(new Effect.Reset()));

        assertThat(user.getDatasets()).isEmpty();

        assertThat(receipt.count()).isEqualTo(1);
        assertThat(world.journal().entries("listDatasets")).hasSize(2);
        // end
    }

    @Test
    void theJarServesAnyLanguage() throws Exception {
        Matcher block = SHELL_BLOCK.matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).isTrue();
        Assumptions.assumeTrue(hasCurl(), "the README's commands need curl");
        Files.createSymbolicLink(
                folder.resolve("fake-server"), Path.of("../fake-server").toRealPath());

        Process shell = new ProcessBuilder("bash", "-euc", block.group(1))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = read(shell);

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(printed).isZero();
        assertThat(printed).contains("datasetUuid", "\"mode\":\"FROZEN\"", "createDataset");
    }

    private static boolean hasCurl() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
