package io.encord4j.fake.internal.control;

/** A control request that is answered with an error. The message is for the caller. */
final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ControlException wrong(String message) {
        return new ControlException(400, message);
    }

    int status() {
        return status;
    }
}
