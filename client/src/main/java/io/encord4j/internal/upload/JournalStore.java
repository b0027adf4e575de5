package io.encord4j.internal.upload;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where a journal is kept: bytes that are only ever appended. Whoever has one open is the only one.
 */
public interface JournalStore extends AutoCloseable {

    /** Names the store in messages. */
    String name();

    /** Reads all from the beginning. */
    InputStream read() throws IOException;

    /** Cuts off what follows a position, the torn end of a line for instance. */
    void truncate(long length) throws IOException;

    /** Appends bytes, so that they survive the end of this process. */
    void append(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when all that was appended survives the end of this process and of the machine. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
