package io.encord4j.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FileNamesTest {
    @TempDir
    Path directory;

    @Test
    void aNameIsWhatTheFileIsCalled() throws IOException {
        assertThat(LocalFile.check(file("%C3%BC%20b.png")).name()).isEqualTo("ü b.png");
        assertThat(LocalFile.check(file("%EF%BF%BD.png")).name()).isEqualTo("\uFFFD.png");
    }

    @Test
    void aNameThatIsNoTextIsRefusedWithAWordAboutTheLocale() throws IOException {
        Path latin1 = file("%FC.png");

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> LocalFile.check(latin1))
                .withMessageContaining("LANG")
                .matches(e -> e.problem() == Problem.UNREADABLE_NAME);
    }

    @Test
    void aProcessThatKnowsAsciiOnlyReadsRealNames() throws Exception {
        file("%C3%BC%20b.png");
        Process child = inAsciiLocale(directory.toString());

        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(child.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo("fc 20 62 2e 70 6e 67");
    }

    private Process inAsciiLocale(String argument) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NameReader.class.getName(),
                argument);
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("LANG");
        return builder.redirectErrorStream(true).start();
    }

    /** Prints the characters of the names of the files in a folder. */
    static final class NameReader {
        private NameReader() {}

        public static void main(String[] arguments) throws IOException {
            try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
                files.map(LocalFile::check)
                        .forEach(file -> file.name()
                                .codePoints()
                                .forEach(c -> java.lang.System.out.print(Integer.toHexString(c) + " ")));
            }
        }
    }

    private Path file(String encodedName) throws IOException {
        return Files.writeString(Path.of(java.net.URI.create(directory.toUri() + encodedName)), "x");
    }
}
