package io.encord4j.codegen;

import java.util.stream.Stream;

/** An object whose keys are not known beforehand. */
record MapType(WireType element, boolean nullableElements) implements WireType {
    static final String NULLABLE = "org.jspecify.annotations.Nullable";

    /** Any JSON object. */
    static final MapType FREE_FORM = new MapType(ScalarType.ANY, true);

    @Override
    public String java() {
        return "Map<String, " + (nullableElements ? "@Nullable " : "") + element.boxed() + ">";
    }

    @Override
    public Stream<String> imports() {
        Stream<String> own = nullableElements ? Stream.of("java.util.Map", NULLABLE) : Stream.of("java.util.Map");
        return Stream.concat(own, element.imports());
    }

    @Override
    public String read(String reader) {
        if (equals(FREE_FORM)) {
            return "FreeFormJson.readObject(" + reader + ")";
        }
        return "JsonInput." + method() + "(" + reader + ", " + element.reader(1) + ")";
    }

    @Override
    public String readTolerantly(String reader) {
        return equals(FREE_FORM)
                ? "TolerantInput.value(" + reader + ", JsonReader.Token.BEGIN_OBJECT, " + reader(1) + ")"
                : "TolerantInput." + method() + "(" + reader + ", " + ListType.tolerantReader(element) + ")";
    }

    @Override
    public String reader(int depth) {
        if (equals(FREE_FORM)) {
            return "FreeFormJson::readObject";
        }
        String name = "r" + depth;
        return name + " -> JsonInput." + method() + "(" + name + ", " + element.reader(depth + 1) + ")";
    }

    @Override
    public String write(String writer, String value) {
        if (equals(FREE_FORM)) {
            return "FreeFormJson.write(" + writer + ", " + value + ")";
        }
        return "JsonOutput.map(" + writer + ", " + value + ", " + element.writer(1) + ")";
    }

    @Override
    public String write(int depth) {
        if (equals(FREE_FORM)) {
            return write("w" + depth, "v" + depth);
        }
        return "JsonOutput.map(w" + depth + ", v" + depth + ", " + element.writer(depth + 1) + ")";
    }

    @Override
    public String copy(String value) {
        if (equals(FREE_FORM)) {
            return "Copies.jsonObject(" + value + ")";
        }
        return "Copies." + method() + "(" + value + ListType.copier(element) + ")";
    }

    @Override
    public boolean mutable() {
        return true;
    }

    @Override
    public String reflected() {
        return "Types.newParameterizedType(Map.class, String.class, " + element.reflected() + ")";
    }

    @Override
    public Token token() {
        return Token.OBJECT;
    }

    private String method() {
        return nullableElements ? "nullableMap" : "map";
    }
}
