package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import java.io.IOException;

/** Carries a failure of the file, not of the network, through OkHttp. */
final class LocalReadException extends IOException {
    private final transient InvalidFileException failure;

    LocalReadException(InvalidFileException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    InvalidFileException failure() {
        return failure;
    }
}
