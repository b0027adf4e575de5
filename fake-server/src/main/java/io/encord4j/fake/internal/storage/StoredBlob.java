package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.platform.model.Blob;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of one complete upload. Immutable; readable as often as wanted while its store is open. */
public final class StoredBlob implements Blob {

    private interface Source {
        InputStream open(long from) throws IOException;
    }

    private final Source source;
    private final long size;
    private final String sha256;
    private @Nullable Runnable release;

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

    /** Gives back what the blob takes, because nobody got hold of it. It cannot be read afterwards. */
    void discard() {
        if (release != null) {
            release.run();
        }
    }

    void releasedBy(Runnable action) {
        release = action;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    /** Opens the bytes; the stream keeps the blob alive. */
    @Override
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
