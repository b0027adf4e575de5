package io.encord4j;

/** The work was cancelled within the service, or nobody waits for it any longer. */
public final class OperationCancelledException extends OperationException {
    /** Who cancelled. */
    private final boolean byService;

    /**
     * Creates the error.
     *
     * @param byService true if the service has cancelled the work
     */
    public OperationCancelledException(String operationId, boolean byService) {
        super(
                operationId,
                byService
                        ? ErrorDetails.of("The service has cancelled operation " + operationId + ".")
                        : ErrorDetails.of("The waiting for operation " + operationId + " was cancelled.")
                                .withRemedy("The service goes on with it; resume it by its id."));
        this.byService = byService;
    }

    /**
     * Who cancelled.
     *
     * @return true if the service has cancelled the work, false if only the waiting was cancelled
     */
    public boolean byService() {
        return byService;
    }
}
