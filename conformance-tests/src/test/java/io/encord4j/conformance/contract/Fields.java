package io.encord4j.conformance.contract;

import io.encord4j.conformance.contract.SpecFiles.At;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which fields of the named schemas there are under a schema, and which of them a value touches. */
record Fields(String schema, String field) {

    @Override
    public String toString() {
        return schema + "." + field;
    }

    /** All fields of all named schemas that a schema leads to. */
    static Set<Fields> of(At schema) {
        Set<Fields> found = new LinkedHashSet<>();
        collect(schema, "", found, new HashSet<>());
        return found;
    }

    /** The fields that a value has, whatever their values. */
    static Set<Fields> touched(At schema, JsonNode value) {
        Set<Fields> found = new LinkedHashSet<>();
        walk(schema, "", value, found);
        return found;
    }

    private static void collect(At reference, String owner, Set<Fields> found, Set<String> visited) {
        At at = reference.resolved();
        if (!visited.add(at.location() + " " + at.schemaName().orElse(owner))) {
            return;
        }
        String name = at.schemaName().orElse(owner);
        if (at.has("properties")) {
            At properties = at.child("properties");
            properties.node().propertyNames().forEach(property -> {
                if (!name.isEmpty()) {
                    found.add(new Fields(name, property));
                }
                collect(properties.child(property), nested(name, property), found, visited);
            });
        }
        if (at.has("items")) {
            collect(at.child("items"), name, found, visited);
        }
        if (at.has("additionalProperties")
                && at.child("additionalProperties").node().isObject()) {
            collect(at.child("additionalProperties"), name, found, visited);
        }
        for (String keyword : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (int i = 0; at.has(keyword) && i < at.child(keyword).node().size(); i++) {
                collect(at.child(keyword).child(i), name, found, visited);
            }
        }
    }

    private static void walk(At reference, String owner, JsonNode value, Set<Fields> found) {
        At at = reference.resolved();
        String name = at.schemaName().orElse(owner);
        if (value.isObject() && at.has("properties")) {
            At properties = at.child("properties");
            value.propertyStream()
                    .filter(entry -> properties.has(entry.getKey()))
                    .forEach(entry -> {
                        if (!name.isEmpty()) {
                            found.add(new Fields(name, entry.getKey()));
                        }
                        walk(properties.child(entry.getKey()), nested(name, entry.getKey()), entry.getValue(), found);
                    });
        }
        if (value.isArray() && at.has("items")) {
            value.forEach(item -> walk(at.child("items"), name, item, found));
        }
        if (value.isObject()
                && at.has("additionalProperties")
                && at.child("additionalProperties").node().isObject()) {
            value.forEach(item -> walk(at.child("additionalProperties"), name, item, found));
        }
        for (String keyword : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (int i = 0; at.has(keyword) && i < at.child(keyword).node().size(); i++) {
                walk(at.child(keyword).child(i), name, value, found);
            }
        }
    }

    private static String nested(String owner, String property) {
        return owner.isEmpty() ? "" : owner + "." + property;
    }
}
