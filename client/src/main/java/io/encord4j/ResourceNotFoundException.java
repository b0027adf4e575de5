package io.encord4j;

/**
 * What was asked for does not exist, or is hidden from the caller: {@code RESOURCE_NOT_FOUND_ERROR}, HTTP 404 from
 * a REST call, or a read that was answered with an empty result.
 */
public final class ResourceNotFoundException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public ResourceNotFoundException(ErrorDetails details) {
        super(details);
    }
}
