package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final Path DESCRIPTION = Path.of("../openapi/openapi.yaml");

    @TempDir
    Path directory;

    @Test
    void generatesTheSameSourcesAsTheFilesThatItIsMadeOf() throws IOException {
        Path bundle = Files.writeString(directory.resolve("bundle.yaml"), Bundle.of(DESCRIPTION));

        assertThat(GeneratorRun.generate(bundle, directory.resolve("bundled"), true))
                .isEqualTo(GeneratorRun.generate(DESCRIPTION, directory.resolve("files"), true));
    }

    @Test
    void holdsNoReferenceToAFileAndIsAlwaysTheSame() throws IOException {
        String bundle = Bundle.of(DESCRIPTION);

        assertThat(bundle.lines().filter(line -> line.contains("$ref:")))
                .isNotEmpty()
                .allMatch(line -> line.strip().replace("- ", "").matches("\\$ref: \"?#/components/\\w+/\\w+\"?"));
        assertThat(Bundle.of(DESCRIPTION)).isEqualTo(bundle);
    }
}
