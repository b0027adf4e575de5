package io.encord4j.fake.internal.platform.model;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one complete upload, immutable and readable as often as wanted. Several states of a world can hold the
 * same blob, so whoever keeps the bytes releases them when nobody holds the blob any more.
 */
public interface Blob {

    /**
     * Tells the length.
     *
     * @return bytes
     */
    long size();

    /**
     * Tells the hash.
     *
     * @return SHA-256 of the bytes, 64 lower-case hex digits
     */
    String sha256();

    /**
     * Opens the bytes.
     *
     * @param from the offset of the first byte, from 0 to {@link #size()}
     * @return a stream that the caller closes
     * @throws IOException if the bytes are gone, which they are after their store was closed
     */
    InputStream open(long from) throws IOException;
}
