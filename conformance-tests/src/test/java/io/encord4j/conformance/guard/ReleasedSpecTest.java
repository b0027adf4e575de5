package io.encord4j.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

@DisplayName("The spec does not break what the last released version promised")
final class ReleasedSpecTest {

    private static final Path RELEASED = Path.of("src", "test", "resources", "released-spec");
    private static final Path CURRENT = Path.of("..", "spec", "openapi");

    @Test
    void aBreakingChangeNeedsANewMajorVersion() throws IOException {
        if (GoldenFile.accepted("released-spec")) {
            replaceReleasedByCurrent();
        }
        ChangedOpenApi changes = compare(RELEASED, CURRENT);
        String old = major(changes.getOldSpecOpenApi().getInfo().getVersion());
        String now = major(changes.getNewSpecOpenApi().getInfo().getVersion());
        assertThat(changes.isIncompatible() && old.equals(now))
                .as(
                        "%nThe spec breaks what version %s promised:%n%s%n"
                                + "Raise the major version in spec/openapi/openapi.yaml, or, after releasing it, make the current spec the released"
                                + " one with: ./mvnw verify -Daccept=released-spec",
                        changes.getOldSpecOpenApi().getInfo().getVersion(), describe(changes))
                .isFalse();
    }

    @Test
    void aRemovedOperationIsNoticed(@TempDir Path copy) throws IOException {
        copy(CURRENT, copy);
        Path root = copy.resolve("openapi.yaml");
        List<String> lines = Files.readAllLines(root);
        int first = lines.indexOf("paths:") + 1;
        assertThat(first).as("the paths of %s", root).isPositive();
        lines.subList(first, first + 2).clear();
        Files.write(root, lines);

        ChangedOpenApi changes = compare(CURRENT, copy);

        assertThat(changes.isIncompatible()).isTrue();
        assertThat(changes.getMissingEndpoints()).isNotEmpty();
    }

    private static ChangedOpenApi compare(Path old, Path now) {
        return OpenApiCompare.fromLocations(
                old.resolve("openapi.yaml").toString(),
                now.resolve("openapi.yaml").toString());
    }

    private static String describe(ChangedOpenApi changes) {
        StringBuilder text = new StringBuilder();
        changes.getMissingEndpoints()
                .forEach(gone -> text.append("  gone: ")
                        .append(gone.getMethod())
                        .append(' ')
                        .append(gone.getPathUrl())
                        .append('\n'));
        changes.getChangedOperations().stream()
                .filter(changed -> changed.isIncompatible())
                .forEach(changed -> text.append("  changed: ")
                        .append(changed.getHttpMethod())
                        .append(' ')
                        .append(changed.getPathUrl())
                        .append('\n'));
        return text.toString();
    }

    private static String major(String version) {
        return version.substring(0, version.indexOf('.'));
    }

    private static void replaceReleasedByCurrent() throws IOException {
        if (Files.exists(RELEASED)) {
            try (Stream<Path> files = Files.walk(RELEASED)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        copy(CURRENT, RELEASED);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
