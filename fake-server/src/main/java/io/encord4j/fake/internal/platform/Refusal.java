package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;

/**
 * Why the platform did not do something.
 *
 * @param message what was wrong with which value, in words, without secrets
 */
public record Refusal(RefusalKind kind, String message) {

    /** Makes the exception that carries this refusal out of a change, whose effects are then dropped. */
    public RefusedException thrown() {
        return new RefusedException(this);
    }

    static RefusedException notFound(String message) {
        return new Refusal(RefusalKind.NOT_FOUND, message).thrown();
    }

    static RefusedException invalid(String message) {
        return new Refusal(RefusalKind.INVALID_ARGUMENTS, message).thrown();
    }

    static RefusedException of(RefusalKind kind, String message) {
        return new Refusal(kind, message).thrown();
    }
}
