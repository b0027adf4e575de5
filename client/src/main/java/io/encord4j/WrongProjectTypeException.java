package io.encord4j;

/**
 * The project is of a kind that does not allow the operation: {@code WRONG_PROJECT_TYPE_ERROR}.
 */
public final class WrongProjectTypeException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public WrongProjectTypeException(ErrorDetails details) {
        super(details);
    }
}
