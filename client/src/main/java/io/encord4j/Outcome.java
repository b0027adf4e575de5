package io.encord4j;

import java.time.Duration;

/**
 * The state of an {@link Operation}.
 *
 * @param <T> the type of the result
 */
public sealed interface Outcome<T> {
    /**
     * The result, if there is one.
     *
     * @return the result
     * @throws OperationFailedException if the work has failed
     * @throws OperationCancelledException if it was cancelled
     * @throws OperationStateException if the service says something that this version does not know
     * @throws OperationTimeoutException if it still goes on
     */
    T orThrow();

    /**
     * Tells whether the work has ended, well or badly.
     *
     * @return false if it still goes on
     */
    default boolean isEnded() {
        return this instanceof Done || this instanceof Failed;
    }

    /**
     * The work goes on.
     *
     * @param operation the id of the operation
     * @param state what the service says, such as {@code SUBMITTED}
     * @param <T> the type of the result
     */
    record Pending<T>(String operation, String state) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw new OperationTimeoutException(operation, Duration.ZERO);
        }
    }

    /**
     * The work is done.
     *
     * @param <T> the type of the result
     */
    record Done<T>(T result) implements Outcome<T> {
        @Override
        public T orThrow() {
            return result;
        }
    }

    /**
     * The work has failed.
     *
     * @param cause why, with all that the service says
     * @param <T> the type of the result
     */
    record Failed<T>(OperationFailedException cause) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw cause;
        }
    }

    /**
     * The service says something that this version does not know, and that no part of the work is pending. What came of it is not known.
     *
     * @param operation the id of the operation
     * @param state what the service says
     * @param <T> the type of the result
     */
    record Unknown<T>(String operation, String state) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw new OperationStateException(operation, state);
        }
    }

    /**
     * The work was cancelled within the service, or the waiting was cancelled here.
     *
     * @param operation the id of the operation
     * @param byService true if the service has cancelled the work; false if only {@link Operation#cancel()} was called
     * @param <T> the type of the result
     */
    record Cancelled<T>(String operation, boolean byService) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw new OperationCancelledException(operation, byService);
        }

        @Override
        public boolean isEnded() {
            return byService;
        }
    }

    /**
     * The time to wait was over before the work was.
     *
     * @param operation the id of the operation
     * @param waited how long was waited
     * @param <T> the type of the result
     */
    record TimedOut<T>(String operation, Duration waited) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw new OperationTimeoutException(operation, waited);
        }
    }
}
