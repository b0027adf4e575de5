package io.encord4j.fake.internal.platform.model;

/** Somebody tried to move a state machine in a way that its table does not have. */
public final class IllegalMoveException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was tried, and the moves before
     */
    public IllegalMoveException(String message) {
        super(message);
    }
}
