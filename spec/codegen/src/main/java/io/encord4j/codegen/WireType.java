package io.encord4j.codegen;

import java.util.stream.Stream;

/** A Java type of the wire, together with the expressions that read, write and copy its values. */
sealed interface WireType permits ScalarType, NamedType, ListType, MapType {
    /** The type as written in a declaration, for example {@code int} or {@code List<String>}. */
    String java();

    /** The type as written for a value that may be null, or as a type argument. */
    default String boxed() {
        return java();
    }

    /** The types to import for {@link #java()}. */
    Stream<String> imports();

    /** An expression that reads one value, which is not null, from the reader named. */
    String read(String reader);

    /** An expression that reads one value as far as it can be read; else, and for null, it is null. */
    String readTolerantly(String reader);

    /** The same as a function of a reader; the depth keeps the names of nested lambdas apart. */
    String reader(int depth);

    /** A statement without semicolon that writes a value, which is not null, to the writer named. */
    String write(String writer, String value);

    /** The same as a function of a writer and a value. */
    default String writer(int depth) {
        return "(w" + depth + ", v" + depth + ") -> " + write(depth);
    }

    /** The body of {@link #writer(int)}. */
    default String write(int depth) {
        return write("w" + depth, "v" + depth);
    }

    /** An expression for a copy that nobody can change from outside. */
    default String copy(String value) {
        return value;
    }

    /** Whether {@link #copy(String)} does anything. */
    default boolean mutable() {
        return false;
    }

    /** An expression for a {@link java.lang.reflect.Type}. */
    String reflected();

    /** Whether the declaration uses a primitive. */
    default boolean primitive() {
        return false;
    }

    /** Whether null is one of the type's own values. */
    default boolean includesNull() {
        return false;
    }

    /** The JSON token that a value starts with. */
    Token token();

    /** JSON tokens, as far as an alternative can be told from another by them. */
    enum Token {
        STRING("STRING", "OfString", "a string"),
        NUMBER("NUMBER", "OfNumber", "a number"),
        BOOLEAN("BOOLEAN", "OfBoolean", "a boolean"),
        LIST("BEGIN_ARRAY", "OfList", "a list"),
        OBJECT("BEGIN_OBJECT", "OfObject", "an object"),
        ANY("", "", "anything");

        private final String moshiName;
        private final String alternative;
        private final String title;

        Token(String moshiName, String alternative, String title) {
            this.moshiName = moshiName;
            this.alternative = alternative;
            this.title = title;
        }

        /** The constant of Moshi's enumeration of tokens. */
        String moshiName() {
            return moshiName;
        }

        /** The name of the record for this alternative of a union. */
        String alternative() {
            return alternative;
        }

        /** What a message calls it. */
        String title() {
            return title;
        }
    }
}
