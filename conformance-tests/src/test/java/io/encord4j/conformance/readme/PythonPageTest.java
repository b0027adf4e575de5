package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for users of the Python SDK names methods that exist, and every one of the calls that the golden vectors are about. */
class PythonPageTest {

    private static final Path PAGE = Path.of("../docs/from-python.md");
    private static final Pattern JAVA = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
    private static final Pattern OPERATION = Pattern.compile("\"operation\": ?\"([a-z_0-9]+)\"");

    @Test
    void everyJavaNameExists() throws IOException {
        List<MatchResult> names = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        JAVA.matcher(line.split("\\| 20\\d\\d \\|", 2)[1]).results())
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(Arrays.stream(Class.forName("io.encord4j." + name.group(1))
                                        .getMethods())
                                .map(Method::getName))
                        .as(name.group())
                        .contains(name.group(2)));
    }

    @Test
    void everyRecordedCallHasItsLine() throws IOException {
        String page = Files.readString(PAGE);
        for (String generation : List.of("2022", "2026")) {
            assertThat(OPERATION
                            .matcher(Files.readString(Path.of("../spec/vectors/requests-" + generation + ".jsonl")))
                            .results()
                            .map(operation -> operation.group(1))
                            .filter(name -> !name.matches("(error|bearer|data_row)_.*"))
                            .map(name -> name.replaceFirst("^initialise.*", "initialise")
                                    .replaceFirst("^list_user_groups", "list_groups")
                                    .replaceFirst("^upload_empty_file", "upload_video")
                                    .replaceFirst("^add_private_data.*", "add_private_data_to_dataset"))
                            .distinct())
                    .isNotEmpty()
                    .allMatch(name -> Pattern.compile("\\.(\\w+)")
                            .matcher(page)
                            .results()
                            .anyMatch(method -> name.startsWith(method.group(1))));
        }
    }
}
