package io.encord4j;

/** What was to be created exists already: {@code RESOURCE_EXISTS_ERROR}. */
public final class ResourceExistsException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public ResourceExistsException(ErrorDetails details) {
        super(details);
    }
}
