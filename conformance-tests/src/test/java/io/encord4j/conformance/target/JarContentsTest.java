package io.encord4j.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The jars carry what their licences ask for, and are modules")
final class JarContentsTest {

    private static final Path RUNNABLE = Path.of("..", "fake-server", "target", "encord4j-fake-server.jar");

    @Test
    void everyJarCarriesOurLicence() throws IOException {
        for (Path jar : List.of(RUNNABLE, library("fake-server"), library("client"))) {
            assertThat(text(jar, "META-INF/LICENSE")).as(jar.toString()).contains("Apache License");
            assertThat(text(jar, "META-INF/NOTICE")).as(jar.toString()).contains("encord4j");
        }
    }

    @Test
    void theRunnableJarNamesWhatIsInIt() throws IOException {
        String thirdParties = text(RUNNABLE, "META-INF/THIRD-PARTY.txt");
        try (JarFile jar = new JarFile(RUNNABLE.toFile())) {
            assertThat(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                            .map(JarContentsTest::owner)
                            .filter(name -> !name.equals("io.encord4j"))
                            .distinct())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(owner -> assertThat(thirdParties)
                            .containsPattern("[( ]" + Pattern.quote(owner) + "(\\.[a-z]+)?[,)]"));
        }
    }

    /** The first two parts of a package, or the first if no domain begins the name. */
    private static String owner(String classFile) {
        String[] parts = classFile.split("/", 3);
        return parts[0].matches("com|io|jakarta|org") ? parts[0] + "." + parts[1] : parts[0];
    }

    @Test
    void theClientIsAModuleOfItsPublicPackages() throws IOException {
        ModuleDescriptor module = ModuleFinder.of(library("client"))
                .find("io.encord4j.client")
                .orElseThrow()
                .descriptor();

        assertThat(module.isAutomatic()).isFalse();
        assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrderElementsOf(module.packages().stream()
                        .filter(name -> !name.matches("io\\.encord4j\\.(internal|wire).*"))
                        .toList());
    }

    private static Path library(String module) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("..", module, "target"))) {
            return jars.filter(jar -> jar.getFileName()
                            .toString()
                            .matches("encord4j-" + module + "-[0-9].*(?<!sources|javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream content = file.getInputStream(file.getEntry(entry))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
