package io.encord4j.conformance.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A query taken apart, its values read by the types that the spec gives them. */
record QueryValues(Map<String, List<String>> values) {

    static QueryValues parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), ignored -> new ArrayList<>()).add(decode(value));
        }
        return new QueryValues(values);
    }

    Set<String> names() {
        return values.keySet();
    }

    JsonNode asJson(String name, SpecFiles.At schema) {
        List<String> texts = values.get(name);
        if (schema.text("type", "").equals("array")) {
            ArrayNode array = JsonMapper.shared().createArrayNode();
            texts.forEach(text -> array.add(scalar(text, schema.child("items").resolved())));
            return array;
        }
        return scalar(String.join(",", texts), schema);
    }

    private static JsonNode scalar(String text, SpecFiles.At schema) {
        JsonMapper json = JsonMapper.shared();
        return switch (schema.text("type", "string")) {
            case "integer", "number" -> text.matches("-?\\d+(\\.\\d+)?") ? json.readTree(text) : json.valueToTree(text);
            case "boolean" ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? json.valueToTree(Boolean.valueOf(text))
                        : json.valueToTree(text);
            default -> json.valueToTree(text);
        };
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
