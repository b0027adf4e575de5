package io.encord4j;

import org.jspecify.annotations.Nullable;

/** A credential is missing or cannot be used. The message never shows any of it. */
public final class CredentialException extends InputException {

    /** What is wrong with the credential. */
    public enum Problem {
        /** None was given, and the environment names none either; or the key file does not exist. */
        MISSING,
        /** It has no content. */
        EMPTY,
        /** The path of the key leads to a directory or something else that is not a file. */
        NOT_A_FILE,
        /** The key file exists and cannot be read. */
        UNREADABLE,
        /** The text is no OpenSSH private key: another key format, a public key, or no key at all. */
        NOT_OPENSSH,
        /** The text begins like an OpenSSH private key, and its content is damaged. */
        CORRUPT,
        /** The key is of another type than Ed25519. */
        NOT_ED25519,
        /** The key is encrypted, and no passphrase was given. */
        PASSPHRASE_REQUIRED,
        /** The key does not open with the passphrase. */
        PASSPHRASE_WRONG,
        /** An API key or token holds a character that cannot travel in a header. */
        INVALID_CHARACTER
    }

    /** What is wrong with the credential. */
    private final Problem problem;

    /**
     * Creates the error.
     *
     * @param problem what is wrong
     * @param summary the same in a sentence, without any part of the credential
     * @param remedy what to do about it, in a sentence
     * @param cause what failed beneath, or null
     */
    public CredentialException(Problem problem, String summary, String remedy, @Nullable Throwable cause) {
        super(ErrorDetails.of(summary).withRemedy(remedy), cause);
        this.problem = problem;
    }

    /**
     * What is wrong with the credential.
     *
     * @return the kind of problem
     */
    public Problem problem() {
        return problem;
    }
}
