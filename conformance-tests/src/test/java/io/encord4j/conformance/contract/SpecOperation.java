package io.encord4j.conformance.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the spec says about one operation.
 *
 * @param id the operation's name
 * @param verb the HTTP verb, upper case
 * @param path the path as the spec writes it, fragment included
 * @param rpc the query type and method, for an RPC operation
 * @param repeatable whether the call may be sent again after its bytes may have reached the server
 * @param signedUrl whether the target is a URL that the server handed out
 * @param isDocumented whether the spec says in words what it does
 * @param generations the generations that use the operation
 * @param tokens the v1 error tokens that it can answer
 * @param scope the API-key scope that it needs
 * @param security the names of the ways to authenticate, one of which must be used
 * @param parameters what it takes beside its body
 * @param requestBody the schema of its body
 * @param answers what it answers, by HTTP status
 */
public record SpecOperation(
        String id,
        String verb,
        String path,
        Optional<Rpc> rpc,
        boolean repeatable,
        boolean signedUrl,
        boolean isDocumented,
        Set<String> generations,
        Set<String> tokens,
        Optional<String> scope,
        Set<String> security,
        List<Parameter> parameters,
        Optional<Content> requestBody,
        Map<Integer, Answer> answers) {

    /** The path without its fragment, as it stands on a request line. */
    public String wirePath() {
        int hash = path.indexOf('#');
        return hash < 0 ? path : path.substring(0, hash);
    }

    /** Whether a path on a request line belongs to this operation. */
    public boolean matches(String requestPath) {
        String pattern = Pattern.compile("\\{[^}]*}")
                .splitAsStream(wirePath())
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[^/]+" + b)
                .orElse("");
        return Pattern.matches(wirePath().endsWith("}") ? pattern + "[^/]+" : pattern, requestPath);
    }

    /** The answer that means success. */
    public Answer success() {
        return answers.get(200);
    }

    /** The words that tell RPC operations apart. */
    public record Rpc(String queryType, String queryMethod) {}

    /** A header, query or path parameter. */
    public record Parameter(String name, String in, boolean required, SpecFiles.At schema) {}

    /** A body: whether it must be there, and its schema per media type. */
    public record Content(boolean required, Map<String, SpecFiles.At> schemas) {

        /** Copies the map. */
        public Content {
            schemas = Map.copyOf(schemas);
        }

        boolean mayBe(String mediaType) {
            return schemas.containsKey(mediaType) || schemas.containsKey("*/*");
        }

        Optional<SpecFiles.At> json() {
            return Optional.ofNullable(schemas.get("application/json"));
        }
    }

    /** One documented answer. */
    public record Answer(Set<String> headers, Content content) {}
}
