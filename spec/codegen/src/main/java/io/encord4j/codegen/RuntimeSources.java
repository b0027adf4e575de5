package io.encord4j.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java that depends on no schema: copied from the package {@code runtime}, where it is compiled and checked. */
final class RuntimeSources {
    private static final String RUNTIME = "io.encord4j.codegen.runtime";

    private static final List<String> ALWAYS = List.of(
            "api/package-info",
            "json/FreeFormJson",
            "json/JsonInput",
            "json/JsonOutput",
            "json/Omissible",
            "json/RpcValues",
            "json/WireTime",
            "json/WireUuid",
            "json/package-info",
            "model/Copies",
            "model/package-info");

    private RuntimeSources() {}

    /** Writes them beneath a source folder. */
    static void copy(Path sourceFolder, Packages packages, boolean retrofit, boolean tolerant) {
        ALWAYS.forEach(name -> copy(name, sourceFolder, packages));
        if (retrofit) {
            copy("api/WireCall", sourceFolder, packages);
        }
        if (tolerant) {
            copy("json/OddValues", sourceFolder, packages);
            copy("json/TolerantInput", sourceFolder, packages);
        }
    }

    private static void copy(String name, Path sourceFolder, Packages packages) {
        Path target = sourceFolder.resolve(packages.base().replace('.', '/') + "/" + name + ".java");
        String resource = "/" + RUNTIME.replace('.', '/') + "/" + name + ".java";
        try (InputStream source = RuntimeSources.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException("The generator's jar lacks " + resource);
            }
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text.replace("package " + RUNTIME + ".", "package " + packages.base() + "."));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }
}
