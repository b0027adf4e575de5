package io.encord4j.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A committed text file that a test compares with what the build made. {@code ./mvnw verify -Daccept=NAME} writes the file anew instead.
 *
 * @param name the file's name without its ending
 */
public record GoldenFile(String name) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Fails unless these lines are the file's, or writes them if that was asked for. */
    public void mustEqual(List<String> actual) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (accepted(name)) {
            Files.createDirectories(FOLDER);
            Files.write(file, actual);
        }
        assertThat(actual)
                .as("%s differs. If the change is meant, accept it with: ./mvnw verify -Daccept=%s", file, name)
                .containsExactlyElementsOf(Files.readAllLines(file));
    }

    /** Whether the caller asked for this file to be written anew. */
    static boolean accepted(String name) {
        return List.of(System.getProperty("accept", "").split(",")).contains(name);
    }
}
