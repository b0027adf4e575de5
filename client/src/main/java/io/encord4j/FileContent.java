package io.encord4j;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be sent, wherever they are. */
public interface FileContent {
    /**
     * Names the bytes in messages; the ending tells the media type of an image.
     *
     * @return a file name such as {@code shelf.png}
     */
    String name();

    /**
     * How many bytes there are.
     *
     * @return the number
     */
    long size();

    /**
     * Opens the bytes, anew for each attempt to send them.
     *
     * @return a stream of exactly {@link #size()} bytes, which the caller closes
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;
}
