package io.encord4j;

import org.jspecify.annotations.Nullable;

/** Stands for a secret wherever a value is printed. */
final class Redacted {
    private Redacted() {}

    static String mark(@Nullable Object secret) {
        return secret == null ? "null" : "██";
    }
}
