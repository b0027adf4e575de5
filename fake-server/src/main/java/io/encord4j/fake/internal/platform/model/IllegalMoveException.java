package io.encord4j.fake.internal.platform.model;

/** Somebody tried to move a state machine in a way that its table does not have. */
public final class IllegalMoveException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public IllegalMoveException(String message) {
        super(message);
    }
}
