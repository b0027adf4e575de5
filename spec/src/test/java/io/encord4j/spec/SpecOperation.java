package io.encord4j.spec;

import io.encord4j.spec.SpecFiles.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of the description. */
record SpecOperation(SpecFiles files, String pathKey, String method, Part item, Part part) {

    String id() {
        return part.node().path("operationId").asString();
    }

    String tag() {
        return part.node().path("tags").path(0).asString();
    }

    /** The path without the fragment that tells RPC operations apart. */
    String path() {
        int fragment = pathKey.indexOf('#');
        return fragment < 0 ? pathKey : pathKey.substring(0, fragment);
    }

    String fragment() {
        return pathKey.substring(pathKey.indexOf('#') + 1);
    }

    boolean isRpc() {
        return part.node().has("x-rpc");
    }

    boolean isStorage() {
        return part.node().path("x-signed-url").asBoolean(false);
    }

    String queryType() {
        return part.node().path("x-rpc").path("queryType").asString();
    }

    String queryMethod() {
        return part.node().path("x-rpc").path("queryMethod").asString();
    }

    List<String> generations() {
        return texts(part.node().path("x-generation"));
    }

    List<String> errorTokens() {
        return texts(part.node().path("x-error-tokens"));
    }

    /** The names of the security schemes, each of which opens the operation. */
    List<String> security() {
        return part.node().path("security").values().stream()
                .flatMap(requirement -> requirement.propertyNames().stream())
                .toList();
    }

    /** All parameters, those of the path item included. */
    List<Part> parameters() {
        return Stream.of(item, part)
                .flatMap(owner -> owner.node().path("parameters").values().stream()
                        .map(parameter -> files.resolved(new Part(owner.file(), parameter))))
                .toList();
    }

    List<Part> parametersIn(String place) {
        return parameters().stream()
                .filter(parameter -> parameter.node().path("in").asString().equals(place))
                .toList();
    }

    /** The media type of the JSON body; it does not exist if there is none. */
    Part requestBody() {
        return json(part.child("requestBody"));
    }

    /** The answers by status, references resolved. */
    Map<String, Part> responses() {
        Map<String, Part> responses = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : part.node().path("responses").properties()) {
            responses.put(entry.getKey(), files.resolved(new Part(part.file(), entry.getValue())));
        }
        return responses;
    }

    List<String> errorStatuses() {
        return responses().keySet().stream()
                .filter(status -> !status.startsWith("2"))
                .toList();
    }

    static Part json(Part body) {
        return body.child("content").child("application/json");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.values().forEach(text -> texts.add(text.asString()));
        return texts;
    }

    @Override
    public String toString() {
        return id();
    }
}
