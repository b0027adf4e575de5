package io.encord4j;

import org.jspecify.annotations.Nullable;

/** What the caller gave cannot be used, and nothing was sent because of it. */
public abstract sealed class InputException extends EncordException
        permits InvalidFileException, InvalidPrivateFilesException, UnsupportedFeatureException {

    InputException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
