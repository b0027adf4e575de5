package io.encord4j.fake.internal.http;

import java.io.IOException;

/** The framing of a body is not that of HTTP, so that nobody knows where it ends. There can still be an answer. */
public final class DamagedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBodyException(Throwable cause) {
        super(
                "The framing of the body is damaged: a chunk must have its size in hex, so many bytes, and a line end.",
                cause);
    }
}
