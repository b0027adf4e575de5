package io.encord4j;

import java.time.Duration;

/** The time to wait was over before the work was. */
public final class OperationTimeoutException extends OperationException {

    /**
     * Creates the error.
     *
     * @param waited how long was waited
     */
    public OperationTimeoutException(String operationId, Duration waited) {
        super(
                operationId,
                ErrorDetails.of("Operation " + operationId + " has not ended "
                                + (waited.isZero() ? "yet." : "within " + waited + "."))
                        .withRemedy("The service goes on with it; resume it by its id."));
    }
}
