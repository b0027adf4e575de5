package io.encord4j.fake.internal.platform.model;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one complete upload, immutable and readable as often as wanted. Several states of several worlds can hold
 * the same blob; whoever stores the bytes gives them back when no world names the blob any more.
 */
public interface Blob {

    /** Returns the length. */
    long size();

    /** Returns the hash. */
    String sha256();

    /**
     * Opens the bytes.
     *
     * @return a stream that the caller closes; until then the bytes are kept
     * @throws IOException if the bytes are gone: no world named them any more, or their store was closed
     */
    InputStream open(long from) throws IOException;

    /**
     * Keeps the bytes for somebody who is going to read them, whether or not a world still names them by then.
     *
     * @return to be run when they are not needed any more; running it twice does nothing
     * @throws IOException if the bytes are gone
     */
    Runnable keep() throws IOException;
}
