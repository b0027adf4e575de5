package io.encord4j;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the journal of an upload is kept: bytes that are only ever appended. {@link UploadOptions.Builder#journal(java.nio.file.Path)} keeps
 * it in a file of this machine; an implementation keeps it elsewhere, and sees to it that nobody else writes while it is open. It is used by
 * one thread at a time.
 */
public interface JournalStore extends AutoCloseable {

    /**
     * Names the store in messages.
     *
     * @return where the journal is
     */
    String name();

    /**
     * Reads all from the beginning. This is done once, before anything is appended.
     *
     * @return the bytes; the caller closes it
     * @throws IOException if that fails
     */
    InputStream read() throws IOException;

    /**
     * Cuts off what follows a position: the end of a line that its writer did not finish.
     *
     * @param length how many bytes remain
     * @throws IOException if that fails
     */
    void truncate(long length) throws IOException;

    /**
     * Appends bytes, which may be kept back until {@link #sync}.
     *
     * @param offset where they begin
     * @param length how many
     * @throws IOException if that fails
     */
    void append(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Returns when all that was appended survives the end of this process and of the machine.
     *
     * @throws IOException if that fails, or if another writer has taken over; then nothing is registered any more
     */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
