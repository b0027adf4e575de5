package io.encord4j.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of the description as they were written, by their path below its folder, with {@code /} between names. */
record SpecFiles(Map<String, JsonNode> byPath) {
    static final Path FOLDER = Path.of("openapi").toAbsolutePath();
    static final String MAIN = "openapi.yaml";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static SpecFiles read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        Map<String, JsonNode> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(path).toString().replace('\\', '/'), yaml.readTree(Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpecFiles(files);
    }

    /** A part of the description, with the file that it stands in. */
    record Part(String file, JsonNode node) {
        Part child(String name) {
            return new Part(file, node.path(name));
        }

        boolean exists() {
            return !node.isMissingNode();
        }
    }

    Part main() {
        return new Part(MAIN, byPath.get(MAIN));
    }

    Part schema(String name) {
        return file("schemas/" + name + ".yaml");
    }

    Part file(String path) {
        JsonNode node = byPath.get(path);
        if (node == null) {
            throw new AssertionError("There is no file " + path);
        }
        return new Part(path, node);
    }

    /** The part itself, or what it refers to. */
    Part resolved(Part part) {
        JsonNode reference = part.node().path("$ref");
        return reference.isString() ? resolved(file(target(part.file(), reference.asString()))) : part;
    }

    /** The path of the file that a reference in another file leads to. */
    static String target(String file, String reference) {
        Path folder = Path.of(file).getParent();
        Path target = folder == null ? Path.of(reference) : folder.resolve(reference);
        return target.normalize().toString().replace('\\', '/');
    }

    List<SpecOperation> operations() {
        List<SpecOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : main().node().path("paths").properties()) {
            Part item = resolved(new Part(MAIN, path.getValue()));
            for (Map.Entry<String, JsonNode> entry : item.node().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(new SpecOperation(
                            this, path.getKey(), entry.getKey(), item, new Part(item.file(), entry.getValue())));
                }
            }
        }
        return operations;
    }

    /** The names of the schemas that have a file. */
    List<String> schemaNames() {
        return byPath.keySet().stream()
                .filter(path -> path.startsWith("schemas/"))
                .map(path -> path.substring("schemas/".length(), path.length() - ".yaml".length()))
                .toList();
    }
}
