package io.encord4j.fake.internal.platform;

/**
 * An operation was refused and changed nothing. Refusals are a normal answer of the platform, so this has no stack trace.
 */
public final class RefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Tells why. */
    public Refusal refusal() {
        return refusal;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return refusal.kind() + ": " + refusal.message();
    }
}
