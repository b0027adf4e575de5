package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.ServerException;
import org.jspecify.annotations.Nullable;

/** Tells whether a call that failed may have been carried out all the same. */
final class Ambiguity {
    private static final int FIRST_SERVER_FAULT = 500;

    private Ambiguity() {}

    static boolean mayHaveHappened(EncordException failure) {
        if (!failure.details().call().requestSent()) {
            return false;
        }
        @Nullable Integer envelope = failure.envelopeStatus();
        @Nullable Integer status = envelope != null ? envelope : failure.httpStatus();
        if (status == null) {
            return true;
        }
        // A refusal says so with a status of the caller's fault; a success that cannot be read was one nevertheless.
        return failure instanceof ServerException ? status >= FIRST_SERVER_FAULT : status < 400 || status >= 500;
    }
}
