package io.encord4j.fake.internal.dispatch;

import java.io.IOException;

/** A fault has ended the connection: there is nobody to answer any more. */
final class ConnectionEndedException extends IOException {

    private static final long serialVersionUID = 1L;

    ConnectionEndedException() {
        super("A fault has ended the connection.");
    }
}
