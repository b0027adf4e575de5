package io.encord4j.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The start script makes a class-data archive, uses it, and starts without one that is damaged")
final class LauncherTest {

    private static final Path FAKE_SERVER = Path.of("..", "fake-server");

    @TempDir
    Path folder;

    private Path archive;

    @BeforeEach
    void copyTheScriptBesideTheJar() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the script needs a POSIX shell");
        Files.copy(FAKE_SERVER.resolve("encord4j-fake-server"), folder.resolve("encord4j-fake-server"));
        Files.copy(
                FAKE_SERVER.resolve("target").resolve("encord4j-fake-server.jar"),
                folder.resolve("encord4j-fake-server.jar"));
        archive = folder.resolve("encord4j-fake-server.jsa");
    }

    @Test
    void theFirstStartMakesTheArchive() throws Exception {
        assertThat(start()).contains("The fake Encord server answers at ");
        assertThat(archive).isNotEmptyFile();
        assertThat(start()).contains("The fake Encord server answers at ");
    }

    @Test
    void aDamagedArchiveIsLeftAside() throws Exception {
        start();
        byte[] whole = Files.readAllBytes(archive);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] damaged : new byte[][] {{}, Arrays.copyOf(whole, whole.length / 2), changed}) {
            Files.delete(archive);
            Files.write(archive, damaged);
            assertThat(start()).contains("The fake Encord server answers at ");
        }
    }

    private String start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", folder.resolve("encord4j-fake-server").toString(), "--port", "0", "--check")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
