package io.encord4j.codegen;

import org.jspecify.annotations.Nullable;

/** The defaults of properties that may be absent. */
final class Defaults {
    private Defaults() {}

    /** Whether a property that is absent is null by default, so that writers say so. */
    static boolean isNull(Schemas.Property property, TypeUse use) {
        return use.nullable()
                && property.schema().getDefaultSetFlag()
                && property.schema().getDefault() == null;
    }

    /**
     * The default of a property as a Java expression.
     *
     * @return the expression; null if the property has none, or cannot be absent
     */
    static @Nullable String literal(Schemas.Property property, TypeUse use, boolean required) {
        Object value = property.schema().getDefault();
        if (value == null || required || use.nullable()) {
            return null;
        }
        WireType type = use.requireType(property.place());
        if (type instanceof ListType
                && value instanceof Iterable<?> list
                && !list.iterator().hasNext()) {
            return "List.of()";
        }
        if ((type == ScalarType.BOOLEAN && value instanceof Boolean)
                || (type == ScalarType.INT && value instanceof Integer)) {
            return value.toString();
        }
        if (type == ScalarType.STRING && value instanceof String text) {
            return WireNames.literal(text);
        }
        throw new UnsupportedConstructException(
                property.place() + "/default",
                "a default is a boolean, a 32-bit integer, a string or an empty list, and of the property's type");
    }
}
