package io.encord4j.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    void theFirstStartMakesTheArchiveAndUsesIt() throws Exception {
        assertThat(classesFromArchive()).isGreaterThan(1_000);
        assertThat(archive).isNotEmptyFile();
    }

    @Test
    void aNewJarGetsANewArchive() throws Exception {
        start();
        Path jar = folder.resolve("encord4j-fake-server.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(classesFromArchive()).isGreaterThan(1_000);
    }

    @Test
    void optionsComeFromTheEnvironmentToo() throws Exception {
        Path port = folder.resolve("port");
        assertThat(start(
                        "ENCORD_FAKE_LOG",
                        "true",
                        "ENCORD_FAKE_CLOCK",
                        "frozen",
                        "ENCORD_FAKE_PORT_FILE",
                        port.toString()))
                .contains("The fake Encord server answers at ")
                .contains("default #1 listDatasets GET /v2/public/datasets/list -> 401");
        assertThat(port).doesNotExist();
    }

    /** How many of the fake's own and its libraries' classes were not read from the jar. */
    private long classesFromArchive() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        // The script silences the JVM's log; these options are read after those of the command line.
        start("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("shared objects file (top)"))
                    .count();
        }
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

    private String start(String... environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", folder.resolve("encord4j-fake-server").toString(), "--port", "0", "--check")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
