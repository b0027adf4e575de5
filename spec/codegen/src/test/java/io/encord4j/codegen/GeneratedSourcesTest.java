package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourcesTest {
    /** Set to {@code true} to take what is generated as the new golden files. */
    private static final String ACCEPT = "codegen.accept";

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    static Path directory;

    private static Map<String, String> sources;

    @BeforeAll
    static void generate() {
        sources = GeneratorRun.generate(GeneratorRun.FIXTURE, directory.resolve("first"), true);
    }

    @Test
    void equalTheGoldenFiles() throws IOException {
        if (Boolean.getBoolean(ACCEPT)) {
            accept();
        }
        assertThat(sources).as("to accept the change: -D" + ACCEPT + "=true").isEqualTo(GeneratorRun.sources(GOLDEN));
    }

    @Test
    void areTheSameBytesWhenGeneratedTwice() {
        assertThat(GeneratorRun.generate(GeneratorRun.FIXTURE, directory.resolve("second"), true))
                .isEqualTo(sources);
    }

    @Test
    void compileWithoutAWarning() throws IOException {
        CompiledSources.compile(sources, directory.resolve("classes"));
    }

    @Test
    void haveJavadocWithoutAWarning() throws IOException {
        CompiledSources.checkJavadoc(sources, directory.resolve("javadoc"));
    }

    @Test
    void compileWithoutRetrofit() throws IOException {
        Map<String, String> bare = GeneratorRun.generate(GeneratorRun.FIXTURE, directory.resolve("bare"), false);

        assertThat(bare.values())
                .noneMatch(source -> source.contains("import retrofit2.") || source.contains("import okhttp3."));
        CompiledSources.compile(bare, directory.resolve("bare-classes"));
    }

    @Test
    void showAFieldThatWasAddedToASchema() throws IOException {
        Path spec = copyOfTheFixture();
        Path schema = spec.resolveSibling("schemas").resolve("Tree.yaml");
        Files.writeString(
                schema,
                Files.readString(schema) + "  leaf_count:\n    type: integer\n    description: How many leaves.\n");

        Map<String, String> changed = GeneratorRun.generate(spec, directory.resolve("changed"), false);

        assertThat(changed.get("fixture/wire/model/WireTree.java"))
                .contains("@Nullable Integer leafCount", "@param leafCount How many leaves.");
        assertThat(changed.get("fixture/wire/json/WireTreeJsonAdapter.java")).contains("\"leaf_count\"");
    }

    private static Path copyOfTheFixture() throws IOException {
        Path source = GeneratorRun.FIXTURE.getParent();
        Path copy = directory.resolve("fixture");
        for (Map.Entry<String, String> file : GeneratorRun.sources(source).entrySet()) {
            Path target = copy.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return copy.resolve("openapi.yaml");
    }

    private static void accept() throws IOException {
        for (String stale : GeneratorRun.sources(GOLDEN).keySet()) {
            Files.delete(GOLDEN.resolve(stale));
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = GOLDEN.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }
}
