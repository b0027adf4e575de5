package io.encord4j;

/** The public key of the SSH key is not registered with any user: {@code SSH_KEY_NOT_FOUND_ERROR}. */
public final class SshKeyNotFoundException extends ServerException {

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     */
    public SshKeyNotFoundException(ErrorDetails details) {
        super(details);
    }
}
