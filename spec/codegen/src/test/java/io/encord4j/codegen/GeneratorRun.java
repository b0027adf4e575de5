package io.encord4j.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the Maven plugin does. */
final class GeneratorRun {
    static final Path FIXTURE = Path.of("src/test/resources/fixture/openapi.yaml");
    static final String BASE_PACKAGE = "fixture.wire";

    private GeneratorRun() {}

    /** Generates into a directory, for a client or for a server, and gives the sources by their path. */
    static Map<String, String> generate(Path spec, Path output, boolean client) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("encord4j-java")
                .setInputSpec(spec.toString())
                .setOutputDir(output.toString())
                .addAdditionalProperty(Encord4jCodegen.BASE_PACKAGE, BASE_PACKAGE)
                .addAdditionalProperty(Encord4jCodegen.RETROFIT, Boolean.toString(client))
                .addAdditionalProperty(Encord4jCodegen.TOLERANT, Boolean.toString(client));
        ClientOptInput input = configurator.toClientOptInput();
        new DefaultGenerator().opts(input).generate();
        return sources(output.resolve("src/main/java"));
    }

    static Map<String, String> sources(Path root) {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
