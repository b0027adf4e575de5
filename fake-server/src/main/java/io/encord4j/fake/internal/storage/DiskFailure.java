package io.encord4j.fake.internal.storage;

import java.io.IOException;

/** The server's disk failed, as opposed to the sender's connection. */
final class DiskFailure extends IOException {

    DiskFailure(String message, IOException cause) {
        super(message, cause);
    }
}
