package io.encord4j;

/** An {@link Operation} came to no result. */
public abstract sealed class OperationException extends EncordException
        permits OperationCancelledException,
                OperationFailedException,
                OperationStateException,
                OperationTimeoutException {
    /** The id of the operation. */
    private final String operationId;

    OperationException(String operationId, ErrorDetails details) {
        super(details, null);
        this.operationId = operationId;
    }

    /**
     * Which operation.
     *
     * @return the id by which the service knows it
     */
    public final String operationId() {
        return operationId;
    }
}
