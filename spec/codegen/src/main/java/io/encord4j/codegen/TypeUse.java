package io.encord4j.codegen;

import org.jspecify.annotations.Nullable;

/**
 * What a schema says at the place where it is used.
 *
 * @param type the type of its values; null if it has only one value, or only null
 * @param nullable whether JSON null is a value
 * @param constant the only value, if there is only one
 * @param sensitive whether values are secrets
 */
record TypeUse(
        @Nullable WireType type, boolean nullable, @Nullable Object constant, boolean sensitive) {
    /** The type, where a constant makes no sense. */
    WireType requireType(String place) {
        if (type == null) {
            throw new UnsupportedConstructException(
                    place,
                    "a constant is only supported as a property of an object; give the schema a type with values");
        }
        return type;
    }

    /** Only null: the place holds nothing. */
    boolean alwaysNull() {
        return type == null && constant == null;
    }
}
