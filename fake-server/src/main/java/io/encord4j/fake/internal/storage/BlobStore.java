package io.encord4j.fake.internal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps uploaded bytes: small ones in memory, the rest in temporary files. A blob lives as long as somebody holds it;
 * once the garbage collector finds that nobody does, the next use of the store deletes its file, and closing deletes all. Since
 * blobs are values that several states of a world can share, nobody has to count references.
 */
public final class BlobStore implements AutoCloseable {

    private static final int COPY_BUFFER = 64 * 1024;
    private static final long BYTES_BETWEEN_COLLECTIONS = 1024L * 1024 * 1024;

    private final BlobStoreConfig config;
    private final Releases releases = new Releases();
    private final AtomicLong memoryUsed = new AtomicLong();
    private final AtomicLong filesHeld = new AtomicLong();
    private final AtomicLong fileNumber = new AtomicLong();
    private final AtomicLong writtenSinceCollection = new AtomicLong();
    private final AtomicLong keptSinceCollection = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object directoryLock = new Object();
    private @Nullable Path directory;

    /**
     * Makes an empty store. Nothing is written to disk before the first large blob.
     *
     * @param config thresholds and place
     */
    public BlobStore(BlobStoreConfig config) {
        this.config = config;
    }

    /**
     * Reads a stream to its end and keeps what it held. When reading or writing fails nothing is kept.
     *
     * @param bytes the stream; it is not closed
     * @return the blob
     * @throws IOException if the stream or the disk fails, or the store is closed
     */
    public StoredBlob store(InputStream bytes) throws IOException {
        releases.run();
        try (BlobWriter writer = new BlobWriter(this, config.memoryThreshold())) {
            byte[] buffer = new byte[COPY_BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                writer.write(buffer, read);
            }
            return writer.finish();
        }
    }

    /**
     * Tells how much memory the blobs of this store take.
     *
     * @return bytes held in memory
     */
    public long memoryUsed() {
        releases.run();
        return memoryUsed.get();
    }

    /**
     * Tells how many files the store has.
     *
     * @return files of blobs and of uploads in progress
     */
    public long filesHeld() {
        releases.run();
        return filesHeld.get();
    }

    /**
     * Tells where files are kept.
     *
     * @return the directory, or empty while no blob was large enough for a file
     */
    public Optional<Path> directory() {
        synchronized (directoryLock) {
            return Optional.ofNullable(directory);
        }
    }

    /** Deletes all files. Blobs of the store cannot be read afterwards unless they are in memory. */
    @Override
    public void close() throws IOException {
        closed.set(true);
        Path emptied;
        synchronized (directoryLock) {
            emptied = directory;
            directory = null;
        }
        if (emptied != null && Files.isDirectory(emptied)) {
            try (Stream<Path> files = Files.list(emptied)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(emptied);
        }
    }

    boolean reserveMemory(long bytes) {
        return tryReserveMemory(bytes) || (madeRoom() && tryReserveMemory(bytes));
    }

    private boolean tryReserveMemory(long bytes) {
        long after = memoryUsed.addAndGet(bytes);
        if (after > config.memoryLimit()) {
            memoryUsed.addAndGet(-bytes);
            return false;
        }
        keptSinceCollection.addAndGet(bytes);
        return true;
    }

    /** A file costs far more than the memory that nobody holds any more, if there may be much of it. */
    private boolean madeRoom() {
        long kept = keptSinceCollection.get();
        if (kept < config.memoryLimit() / 2 || !keptSinceCollection.compareAndSet(kept, 0)) {
            return false;
        }
        System.gc();
        releases.run();
        return true;
    }

    void releaseMemory(long bytes) {
        memoryUsed.addAndGet(-bytes);
    }

    SpillFile newFile() throws IOException {
        synchronized (directoryLock) {
            if (closed.get()) {
                throw new IOException("The server is closed; no more bytes are stored.");
            }
            Path place = directory;
            if (place == null) {
                place = config.createDirectory();
                directory = place;
            }
            SpillFile file = new SpillFile(place.resolve("blob-" + fileNumber.incrementAndGet()), filesHeld);
            filesHeld.incrementAndGet();
            return file;
        }
    }

    void releaseWhenUnreachable(StoredBlob blob, Runnable release) {
        blob.releasedBy(releases.register(blob, release));
    }

    /**
     * Counts bytes that went to disk. Only the garbage collector finds files that nobody holds any more, and a server that
     * streams gives it no reason to look for them.
     */
    void wroteToDisk(long bytes) {
        if (writtenSinceCollection.addAndGet(bytes) >= BYTES_BETWEEN_COLLECTIONS) {
            writtenSinceCollection.set(0);
            System.gc();
            releases.run();
        }
    }
}
