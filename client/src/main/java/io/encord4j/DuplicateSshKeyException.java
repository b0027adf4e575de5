package io.encord4j;

/** The public key of the SSH key is registered more than once: {@code DUPLICATE_SSH_KEY_ERROR}. */
public final class DuplicateSshKeyException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public DuplicateSshKeyException(ErrorDetails details) {
        super(details);
    }
}
