package io.encord4j;

/** The API key lacks the scope for the operation: {@code OPERATION_NOT_ALLOWED}. */
public final class OperationNotAllowedException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public OperationNotAllowedException(ErrorDetails details) {
        super(details);
    }
}
