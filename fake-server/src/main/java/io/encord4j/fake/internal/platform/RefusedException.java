package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;

/**
 * An operation was refused and changed nothing. The message says what was wrong with which value, without secrets.
 * Refusals are a normal answer of the platform, so this has no stack trace.
 */
public final class RefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final RefusalKind kind;

    private RefusedException(RefusalKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static RefusedException of(RefusalKind kind, String message) {
        return new RefusedException(kind, message);
    }

    public static RefusedException notFound(String message) {
        return of(RefusalKind.NOT_FOUND, message);
    }

    public static RefusedException invalid(String message) {
        return of(RefusalKind.INVALID_ARGUMENTS, message);
    }

    public RefusalKind kind() {
        return kind;
    }

    /** Returns the message, which is never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
