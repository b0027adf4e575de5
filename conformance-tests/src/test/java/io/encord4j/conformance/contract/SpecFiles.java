package io.encord4j.conformance.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML files of the spec as they lie in its artifact, with their references followed from file to file. */
final class SpecFiles {

    private static final String ROOT = "io/encord4j/spec/openapi/";

    private final YAMLMapper yaml = new YAMLMapper();
    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    /** The node at a place, not following a reference that stands there. */
    At at(String file, String pointer) {
        JsonNode node = files.computeIfAbsent(file, this::read).at(JsonPointer.compile(pointer));
        if (node.isMissingNode()) {
            throw new IllegalStateException("The spec refers to %s#%s, which does not exist.".formatted(file, pointer));
        }
        return new At(file, pointer, node);
    }

    /** The start of the description. */
    At root() {
        return at("openapi.yaml", "");
    }

    private JsonNode read(String file) {
        try (InputStream stream = SpecFiles.class.getClassLoader().getResourceAsStream(ROOT + file)) {
            if (stream == null) {
                throw new IllegalStateException("The spec's artifact holds no file " + ROOT + file);
            }
            return yaml.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The spec's file %s cannot be read.".formatted(file), e);
        }
    }

    /** A node and where it stands. */
    final class At {

        private final String file;
        private final String pointer;
        private final JsonNode node;

        private At(String file, String pointer, JsonNode node) {
            this.file = file;
            this.pointer = pointer;
            this.node = node;
        }

        JsonNode node() {
            return node;
        }

        /** A name that is unique in the whole description. */
        String location() {
            return file + "#" + pointer;
        }

        /** The name of the schema, if this is the whole of a schema file. */
        Optional<String> schemaName() {
            return file.startsWith("schemas/") && pointer.isEmpty()
                    ? Optional.of(file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", ""))
                    : Optional.empty();
        }

        /** The child of this name; it must exist. */
        At child(String name) {
            return at(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
        }

        At child(int index) {
            return at(file, pointer + "/" + index);
        }

        boolean has(String name) {
            return node.has(name);
        }

        String text(String name, String otherwise) {
            return node.has(name) ? node.get(name).asString() : otherwise;
        }

        boolean flag(String name) {
            return node.has(name) && node.get(name).asBoolean();
        }

        /** What stands here once references are followed. */
        At resolved() {
            At here = this;
            while (here.node.has("$ref")) {
                here = here.follow(here.node.get("$ref").asString());
            }
            return here;
        }

        private At follow(String reference) {
            int hash = reference.indexOf('#');
            String path = hash < 0 ? reference : reference.substring(0, hash);
            String target = hash < 0 ? "" : reference.substring(hash + 1);
            String resolvedFile =
                    path.isEmpty() ? file : URI.create(file).resolve(path).toString();
            return at(resolvedFile, target);
        }

        @Override
        public String toString() {
            return location();
        }
    }
}
