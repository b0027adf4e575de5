package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.platform.model.Blob;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bytes of one complete upload. Whoever stored them calls {@link #handOver()} once a world names the blob, or
 * {@link #discard()}.
 */
public final class StoredBlob implements Blob {

    private interface Source {
        InputStream open(long from) throws IOException;
    }

    private final Source source;
    private final long size;
    private final String sha256;
    private final Allocation allocation;

    private StoredBlob(Source source, long size, String sha256, Allocation allocation) {
        this.source = source;
        this.size = size;
        this.sha256 = sha256;
        this.allocation = allocation;
    }

    static StoredBlob inMemory(byte[] bytes, String sha256, Allocation allocation) {
        Source source = from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
        return new StoredBlob(source, bytes.length, sha256, allocation);
    }

    static StoredBlob inFile(SpillFile file, long size, String sha256, Allocation allocation) {
        return new StoredBlob(file::read, size, sha256, allocation);
    }

    /** Leaves the bytes to the worlds: they are given back when no world names them any more. */
    public void handOver() {
        allocation.handOver();
    }

    /** Gives the bytes back, because nobody got hold of them. They cannot be read afterwards. */
    public void discard() {
        allocation.giveUp();
    }

    Allocation allocation() {
        return allocation;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public Runnable keep() throws IOException {
        if (!allocation.beginReading()) {
            throw new NoSuchFileException("The bytes of " + this + " were given back, because no world named them.");
        }
        AtomicBoolean kept = new AtomicBoolean(true);
        return () -> {
            if (kept.getAndSet(false)) {
                allocation.endReading();
            }
        };
    }

    @Override
    public InputStream open(long from) throws IOException {
        Runnable kept = keep();
        try {
            return new KeptStream(source.open(from), kept);
        } catch (IOException e) {
            kept.run();
            throw e;
        }
    }

    @Override
    public String toString() {
        return "StoredBlob[size=" + size + ", sha256=" + sha256 + "]";
    }

    /** Keeps the bytes until it is closed. */
    private static final class KeptStream extends FilterInputStream {

        private final Runnable kept;

        KeptStream(InputStream in, Runnable kept) {
            super(in);
            this.kept = kept;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                kept.run();
            }
        }
    }
}
