package io.encord4j.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.encord4j.EncordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes every call of the golden data with this client, and compares the requests with those of the official SDKs. What may differ is listed in
 * {@link Difference}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GoldenRequestsTest {
    /** The names of the SDK's exceptions and of ours. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "AuthenticationError", "AuthenticationException",
            "OperationNotAllowed", "OperationNotAllowedException",
            "UploadOperationNotSupportedError", "UploadOperationNotSupportedException",
            "ResourceNotFoundError", "ResourceNotFoundException",
            "InvalidArgumentsError", "InvalidArgumentsException",
            "EncordException", "OperationFailedException");

    private final List<String> table = new ArrayList<>();

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyRequestOf2022IsReproduced() {
        return tests("requests-2022.jsonl", true, GoldenCalls.of2022());
    }

    @TestFactory
    Stream<DynamicTest> everyRequestOf2026IsReproduced() {
        return tests("requests-2026.jsonl", false, GoldenCalls.of2026());
    }

    @Test
    void noCallIsMadeUpOrLeftOut() {
        assertThat(GoldenCalls.of2022().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        byOperation("requests-2022.jsonl").keySet());
        assertThat(GoldenCalls.of2026().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        byOperation("requests-2026.jsonl").keySet());
    }

    /** Into the output of the test, and into a file that can be shown elsewhere. */
    @AfterAll
    void publishTheTable() throws IOException {
        StringBuilder report = new StringBuilder("""
                # Golden requests reproduced by the facade

                | generation | operation | requests | comparison |
                |---|---|---|---|
                """);
        table.stream().sorted().forEach(row -> report.append(row).append('\n'));
        report.append("""

                Rightful differences:

                | difference | reason |
                |---|---|
                """);
        for (Difference difference : Difference.values()) {
            report.append("| %s | %s |%n".formatted(difference, difference.reason()));
        }
        Files.writeString(Path.of("target", "golden-requests.md"), report);
        System.out.println(report);
    }

    private Stream<DynamicTest> tests(
            String resource, boolean of2022, Map<String, Function<GoldenCall, Object>> calls) {
        return byOperation(resource).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> replay(entry.getKey(), of2022, entry.getValue(), calls.get(entry.getKey()))));
    }

    private void replay(String name, boolean of2022, List<GoldenLine> lines, Function<GoldenCall, Object> call)
            throws IOException {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        try (ReplayServer server = new ReplayServer(lines)) {
            Path files = Files.createTempDirectory(directory, name);
            GoldenCall golden = new GoldenCall(name, of2022, lines, server.base(), files);

            Throwable thrown = catchThrowable(() -> call.apply(golden));

            lines.get(lines.size() - 1)
                    .sdkRaises()
                    .ifPresentOrElse(
                            error -> assertThat(thrown)
                                    .isInstanceOf(EncordException.class)
                                    .satisfies(e -> assertThat(e.getClass().getSimpleName())
                                            .isEqualTo(EXCEPTIONS.get(error))),
                            () -> assertThat(thrown).isNull());
            assertThat(server.requests()).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                differences.addAll(Comparison.of(lines.get(i), server.requests().get(i)));
            }
        }
        row(name, of2022, lines, differences);
    }

    private synchronized void row(String name, boolean of2022, List<GoldenLine> lines, Set<Difference> differences) {
        table.add("| %s | %s | %d | %s |"
                .formatted(
                        of2022 ? "2022" : "2026",
                        name,
                        lines.size(),
                        differences.isEmpty() ? "equal" : "equal but for " + differences));
    }

    private static Map<String, List<GoldenLine>> byOperation(String resource) {
        Map<String, List<GoldenLine>> operations = new LinkedHashMap<>();
        for (GoldenLine line : GoldenLine.read(resource)) {
            operations
                    .computeIfAbsent(line.operation(), name -> new ArrayList<>())
                    .add(line);
        }
        return operations;
    }
}
