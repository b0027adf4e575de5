package io.encord4j.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one file of a description that is spread over many. What a path refers to becomes a part of it; all else that a
 * file holds becomes a component, called after its file and listed by name. The same files make the same bytes.
 */
public final class Bundle {
    private final YAMLMapper yaml = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();
    private final Deque<Path> open = new ArrayDeque<>();

    private Bundle() {}

    /**
     * Bundles a description, in YAML and in JSON.
     *
     * @param arguments the main file, and the file of YAML to write; that of JSON is beside it
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        String text = of(Path.of(arguments[0]));
        Files.writeString(target, text);
        String name = target.getFileName().toString().replaceFirst("\\.ya?ml$", "") + ".json";
        JsonNode tree = new YAMLMapper().readTree(text);
        Files.writeString(target.resolveSibling(name), new JsonMapper().writeValueAsString(tree));
    }

    /**
     * The description as one text.
     *
     * @param main the main file
     * @return the text, in YAML
     * @throws IOException if a file cannot be read
     */
    public static String of(Path main) throws IOException {
        return new Bundle().bundle(main.toAbsolutePath().normalize());
    }

    private String bundle(Path main) throws IOException {
        ObjectNode root = (ObjectNode) yaml.readTree(Files.readString(main));
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            JsonNode reference = path.getValue().path("$ref");
            if (reference.isTextual()) {
                Path file = main.resolveSibling(reference.textValue()).normalize();
                path.setValue(yaml.readTree(Files.readString(file)));
                rewrite(path.getValue(), file);
            }
        }
        ObjectNode listed = root.withObject("/components");
        for (Map.Entry<String, JsonNode> kind : listed.properties()) {
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                if (component.getValue().has("$ref")) {
                    refer((ObjectNode) component.getValue(), main);
                }
            }
        }
        while (!open.isEmpty()) {
            Path file = open.remove();
            JsonNode component = yaml.readTree(Files.readString(file));
            componentsOf(kind(file)).put(name(file), component);
            rewrite(component, file);
        }
        components.forEach((kind, byName) -> {
            ObjectNode target = listed.withObject("/" + kind);
            byName.forEach(target::set);
        });
        return yaml.writeValueAsString(root);
    }

    private void rewrite(JsonNode node, Path file) {
        if (node instanceof ObjectNode object && node.path("$ref").isTextual()) {
            refer(object, file);
        }
        node.forEach(child -> rewrite(child, file));
    }

    private void refer(ObjectNode object, Path from) {
        String reference = object.path("$ref").textValue();
        if (reference.startsWith("#")) {
            throw new UnsupportedConstructException(
                    from + "#", "the reference " + reference + " is not a file: each part has a file of its own");
        }
        Path file = from.resolveSibling(reference).normalize();
        if (componentsOf(kind(file)).putIfAbsent(name(file), object) == null) {
            open.add(file);
        }
        object.put("$ref", "#/components/" + kind(file) + "/" + name(file));
    }

    private Map<String, JsonNode> componentsOf(String kind) {
        return components.computeIfAbsent(kind, absent -> new TreeMap<>());
    }

    /** The folder, which is called after the kind of component: schemas, parameters, responses, headers. */
    private static String kind(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }
}
