package io.encord4j.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A field with only one value: written, but no component of the record.
 *
 * @param wireName the name in JSON
 * @param value the value
 * @param description what the spec says about it
 */
record Constant(String wireName, Object value, @Nullable String description) {
    /** The name in JSON as a Java literal. */
    String wireLiteral() {
        return WireNames.literal(wireName);
    }

    /** The value as a Java literal. */
    String literal() {
        if (value instanceof String text) {
            return WireNames.literal(text);
        }
        return value instanceof Long ? value + "L" : value.toString();
    }

    /** The expression that reads the field and refuses any other value. */
    String readStatement() {
        return "JsonInput.constant(reader, " + literal() + ")";
    }

    String writeStatement() {
        return "writer.value(" + literal() + ")";
    }
}
