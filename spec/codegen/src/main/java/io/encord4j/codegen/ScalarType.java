package io.encord4j.codegen;

import java.util.stream.Stream;

/** Types that hold one value without parts that the description names. */
enum ScalarType implements WireType {
    STRING("java.lang.String", "String", "string", Token.STRING),
    INT("java.lang.Integer", "int", "integer", Token.NUMBER),
    LONG("java.lang.Long", "long", "int64", Token.NUMBER),
    DOUBLE("java.lang.Double", "double", "number", Token.NUMBER),
    BOOLEAN("java.lang.Boolean", "boolean", "bool", Token.BOOLEAN),
    UUID("java.util.UUID", "UUID", "uuid", Token.STRING),
    BYTES("okio.ByteString", "ByteString", "bytes", Token.STRING),
    DATE_TIME("java.time.Instant", "Instant", "instant", Token.STRING),
    LOCAL_DATE_TIME("java.time.Instant", "Instant", "instant", Token.STRING),
    SECONDS_UTC("java.time.Instant", "Instant", "instant", Token.STRING),
    ANY("java.lang.Object", "Object", "", Token.ANY);

    private final String qualified;
    private final String java;
    private final String readMethod;
    private final Token token;

    ScalarType(String qualified, String java, String readMethod, Token token) {
        this.qualified = qualified;
        this.java = java;
        this.readMethod = readMethod;
        this.token = token;
    }

    /** The method of the generated readers that reads it. */
    String readMethod() {
        return readMethod;
    }

    @Override
    public String java() {
        return java;
    }

    @Override
    public String boxed() {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    @Override
    public Stream<String> imports() {
        return Stream.of(qualified);
    }

    @Override
    public String read(String reader) {
        return this == ANY ? "FreeFormJson.read(" + reader + ")" : "JsonInput." + readMethod + "(" + reader + ")";
    }

    @Override
    public String readTolerantly(String reader) {
        return this == ANY ? read(reader) : "TolerantInput." + readMethod + "(" + reader + ")";
    }

    @Override
    public String reader(int depth) {
        return this == ANY ? "FreeFormJson::read" : "JsonInput::" + readMethod;
    }

    @Override
    public String write(String writer, String value) {
        return switch (this) {
            case STRING, INT, LONG, DOUBLE, BOOLEAN -> writer + ".value(" + value + ")";
            case UUID -> writer + ".value(" + value + ".toString())";
            case BYTES -> writer + ".value(" + value + ".base64())";
            case DATE_TIME -> writer + ".value(WireTime.formatDateTime(" + value + "))";
            case LOCAL_DATE_TIME -> writer + ".value(WireTime.formatLocalDateTime(" + value + "))";
            case SECONDS_UTC -> writer + ".value(WireTime.formatSecondsUtc(" + value + "))";
            case ANY -> "FreeFormJson.write(" + writer + ", " + value + ")";
        };
    }

    @Override
    public String copy(String value) {
        return this == ANY ? "Copies.json(" + value + ")" : value;
    }

    @Override
    public boolean mutable() {
        return this == ANY;
    }

    @Override
    public String reflected() {
        return boxed() + ".class";
    }

    @Override
    public boolean primitive() {
        return !java.equals(boxed());
    }

    @Override
    public boolean includesNull() {
        return this == ANY;
    }

    @Override
    public Token token() {
        return token;
    }
}
