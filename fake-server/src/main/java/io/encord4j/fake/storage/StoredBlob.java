package io.encord4j.fake.storage;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one complete upload. Immutable; readable as often as wanted while its store is open. */
public final class StoredBlob {

    private interface Source {
        InputStream open(long from) throws IOException;
    }

    private final Source source;
    private final long size;
    private final String sha256;

    private StoredBlob(Source source, long size, String sha256) {
        this.source = source;
        this.size = size;
        this.sha256 = sha256;
    }

    static StoredBlob inMemory(byte[] bytes, String sha256) {
        Source source = from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
        return new StoredBlob(source, bytes.length, sha256);
    }

    static StoredBlob inFile(SpillFile file, long size, String sha256) {
        return new StoredBlob(file::read, size, sha256);
    }

    /**
     * Tells the length.
     *
     * @return bytes
     */
    public long size() {
        return size;
    }

    /**
     * Tells the hash.
     *
     * @return SHA-256 of the bytes, 64 lower-case hex digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Opens the bytes. The stream keeps the blob alive.
     *
     * @param from the offset of the first byte, from 0 to {@link #size()}
     * @return a stream that the caller closes
     * @throws IOException if the file behind the blob is gone, which it is after the store was closed
     */
    public InputStream open(long from) throws IOException {
        return new HeldStream(this, source.open(from));
    }

    @Override
    public String toString() {
        return "StoredBlob[size=" + size + ", sha256=" + sha256 + "]";
    }

    /** Refers to its blob, so that the blob's file is not deleted while it is read. */
    private static final class HeldStream extends FilterInputStream {

        private final StoredBlob blob;

        HeldStream(StoredBlob blob, InputStream in) {
            super(in);
            this.blob = blob;
        }

        @Override
        public String toString() {
            return "bytes of " + blob;
        }
    }
}
