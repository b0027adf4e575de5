package io.encord4j.codegen;

import java.util.List;
import java.util.stream.Stream;

/** The three packages that are generated beneath a base package. */
record Packages(String base) {
    String model() {
        return base + ".model";
    }

    String json() {
        return base + ".json";
    }

    String api() {
        return base + ".api";
    }

    /** The import lines of a file: sorted, each once, without what its own package or java.lang already offers. */
    static List<String> imports(String ownPackage, Stream<String> types) {
        return types.filter(type -> !packageOf(type).equals(ownPackage))
                .filter(type -> !packageOf(type).equals("java.lang"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
