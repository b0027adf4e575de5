package io.encord4j.codegen;

import java.util.stream.Stream;

/** A list; its elements may be null if the description says so. */
record ListType(WireType element, boolean nullableElements) implements WireType {
    @Override
    public String java() {
        return "List<" + (nullableElements ? "@Nullable " : "") + element.boxed() + ">";
    }

    @Override
    public Stream<String> imports() {
        Stream<String> own =
                nullableElements ? Stream.of("java.util.List", MapType.NULLABLE) : Stream.of("java.util.List");
        return Stream.concat(own, element.imports());
    }

    @Override
    public String read(String reader) {
        return "JsonInput." + method() + "(" + reader + ", " + element.reader(1) + ")";
    }

    @Override
    public String readTolerantly(String reader) {
        return "TolerantInput." + method() + "(" + reader + ", " + tolerantReader(element) + ")";
    }

    /** Single values are read tolerantly; the parts of a record decide for themselves. */
    static String tolerantReader(WireType element) {
        return element instanceof ScalarType scalar && scalar != ScalarType.ANY
                ? "TolerantInput::" + scalar.readMethod()
                : element.reader(1);
    }

    @Override
    public String reader(int depth) {
        String name = "r" + depth;
        return name + " -> JsonInput." + method() + "(" + name + ", " + element.reader(depth + 1) + ")";
    }

    @Override
    public String write(String writer, String value) {
        return "JsonOutput.list(" + writer + ", " + value + ", " + element.writer(1) + ")";
    }

    @Override
    public String write(int depth) {
        return "JsonOutput.list(w" + depth + ", v" + depth + ", " + element.writer(depth + 1) + ")";
    }

    @Override
    public String copy(String value) {
        return "Copies." + method() + "(" + value + copier(element) + ")";
    }

    @Override
    public boolean mutable() {
        return true;
    }

    @Override
    public String reflected() {
        return "Types.newParameterizedType(List.class, " + element.reflected() + ")";
    }

    @Override
    public Token token() {
        return Token.LIST;
    }

    private String method() {
        return nullableElements ? "nullableList" : "list";
    }

    /** The second argument of a copy: a function for elements that need a copy themselves. */
    static String copier(WireType element) {
        if (!element.mutable()) {
            return "";
        }
        if (element == ScalarType.ANY) {
            return ", Copies::json";
        }
        String name = "e" + depth(element);
        return ", " + name + " -> " + element.copy(name);
    }

    /** Distinguishes the parameters of nested lambdas. */
    private static int depth(WireType type) {
        if (type instanceof ListType list) {
            return 1 + depth(list.element);
        }
        return type instanceof MapType map ? 1 + depth(map.element()) : 0;
    }
}
