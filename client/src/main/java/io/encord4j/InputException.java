package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * The caller gave a value that cannot be used, or used a client that is closed. Nothing was sent. A null where none is allowed is a {@link
 * NullPointerException} that names the parameter instead.
 */
public abstract sealed class InputException extends EncordException
        permits ClientClosedException,
                CredentialException,
                InvalidFileException,
                InvalidPrivateFilesException,
                InvalidValueException,
                UnsupportedFeatureException {

    InputException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
