package io.encord4j.codegen;

import java.util.stream.Stream;

/** A generated record, open enumeration or union, by its Java name. */
record NamedType(String qualified, Token token) implements WireType {
    @Override
    public String java() {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    @Override
    public Stream<String> imports() {
        return Stream.of(qualified);
    }

    @Override
    public String read(String reader) {
        return java() + "JsonAdapter.read(" + reader + ")";
    }

    @Override
    public String readTolerantly(String reader) {
        return switch (token) {
            case NUMBER -> "TolerantInput.coded(" + reader + ", " + java() + "::of)";
            case ANY ->
                "TolerantInput.union(" + reader + ", " + java() + "JsonAdapter::accepts, " + java()
                        + "JsonAdapter::read)";
            default ->
                "TolerantInput.value(" + reader + ", JsonReader.Token." + token.moshiName() + ", " + java()
                        + "JsonAdapter::read)";
        };
    }

    @Override
    public String reader(int depth) {
        return java() + "JsonAdapter::read";
    }

    @Override
    public String write(String writer, String value) {
        return java() + "JsonAdapter.write(" + writer + ", " + value + ")";
    }

    @Override
    public String reflected() {
        return java() + ".class";
    }
}
