package io.encord4j;

/** The service says of the work what this version does not know. Whether it has ended, and how, is not known. */
public final class OperationStateException extends OperationException {
    /** What the service says. */
    private final String state;

    /**
     * Creates the error.
     *
     * @param state what the service says
     */
    public OperationStateException(String operationId, String state) {
        super(
                operationId,
                ErrorDetails.of("Operation " + operationId + " has the status " + state
                                + ", which this version does not know, and nothing of it is pending.")
                        .withRemedy("It may have been carried out; look before you repeat it."));
        this.state = state;
    }

    /**
     * What the service says.
     *
     * @return the status in its words
     */
    public String state() {
        return state;
    }
}
