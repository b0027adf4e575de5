package io.encord4j.codegen.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * A field that may be absent, null, or have a value, where the wire tells the first two apart.
 *
 * @param <T> the type of the value
 * @param isPresent whether the field is there
 * @param value its value; null if it is null, or not there
 */
public record Omissible<T>(boolean isPresent, @Nullable T value) {
    private static final Omissible<?> ABSENT = new Omissible<>(false, null);

    /**
     * Checks that an absent field has no value.
     *
     * @param isPresent whether the field is there
     * @param value its value; null if it is null, or not there
     */
    public Omissible {
        if (!isPresent && value != null) {
            throw new IllegalArgumentException("An absent field has no value");
        }
    }

    /**
     * The field is not there.
     *
     * @param <T> the type of the value
     * @return an absent field
     */
    @SuppressWarnings("unchecked")
    public static <T> Omissible<T> absent() {
        // It holds no value, so that it serves every type.
        return (Omissible<T>) ABSENT;
    }

    /**
     * The field is there.
     *
     * @param <T> the type of the value
     * @param value its value, or null
     * @return a present field
     */
    public static <T> Omissible<T> of(@Nullable T value) {
        return new Omissible<>(true, value);
    }
}
