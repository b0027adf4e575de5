package io.encord4j.internal.http;

import io.encord4j.EncordException;
import java.io.IOException;

/**
 * What a request body throws when the trouble is on this machine, with the file that it reads for instance. The network
 * has no part in it, so the call is not tried again, and the error comes out as it went in.
 */
public final class LocalFailure extends IOException {

    private final EncordException error;

    /**
     * Carries an error through OkHttp, which lets only an {@link IOException} pass.
     *
     * @param error what the caller is to see
     */
    public LocalFailure(EncordException error) {
        super(error);
        this.error = error;
    }

    EncordException error() {
        return error;
    }
}
