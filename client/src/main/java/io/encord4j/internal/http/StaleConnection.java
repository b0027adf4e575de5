package io.encord4j.internal.http;

import java.io.IOException;

/** A pooled connection turned out to be closed before anything was sent over it. */
final class StaleConnection extends IOException {

    StaleConnection() {
        super("The server has closed the connection");
    }
}
