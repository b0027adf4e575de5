package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.platform.model.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps uploaded bytes: small ones in memory, the rest in temporary files. Blobs are values that several states of several
 * worlds can share, so nobody counts references: the store looks which blobs the worlds still name, and gives back the rest
 * whenever it needs room, after each GiB on disk, and when {@link #giveBackUnnamed()} asks for it. Closing deletes all
 * files.
 */
public final class BlobStore implements AutoCloseable {

    private static final int COPY_BUFFER = 64 * 1024;
    private static final long BYTES_BETWEEN_SWEEPS = 1024L * 1024 * 1024;

    private final BlobStoreConfig config;
    private final Set<Allocation> allocations = ConcurrentHashMap.newKeySet();
    private final AtomicLong memoryUsed = new AtomicLong();
    private final AtomicLong filesHeld = new AtomicLong();
    private final AtomicLong fileNumber = new AtomicLong();
    private final AtomicLong writtenSinceSweep = new AtomicLong();
    private final AtomicLong keptSinceSweep = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object folderLock = new Object();
    private @Nullable SpillFolder folder;
    private volatile @Nullable Supplier<Stream<Blob>> named;

    /**
     * Makes an empty store. Nothing is written to disk before the first large blob.
     *
     * @param config thresholds and place
     */
    public BlobStore(BlobStoreConfig config) {
        this.config = config;
    }

    /** Deletes the files of servers that were killed. */
    public void sweep() {
        SpillFolder.sweep(config.place());
    }

    /**
     * Finds out whether files can be kept, before the first upload needs one.
     *
     * @throws IOException if a file cannot be made or written; the message names the folder
     */
    public void probe() throws IOException {
        try (SpillFolder probed = SpillFolder.create(config.place())) {
            Files.write(probed.file(0), new byte[] {1});
        }
    }

    /**
     * Tells the store where to look for the blobs that are still named. Until then it gives nothing back.
     *
     * @param blobs gives the blobs that a world can still show, each at least once
     */
    public void keepWhatIsNamedBy(Supplier<Stream<Blob>> blobs) {
        named = blobs;
    }

    /** Gives back memory and files of the blobs that no world names any more. */
    public void giveBackUnnamed() {
        Supplier<Stream<Blob>> known = named;
        // In this order: what is handed over while the worlds are asked must not be taken for unnamed.
        List<Allocation> candidates =
                allocations.stream().filter(Allocation::isHandedOver).toList();
        if (known == null || candidates.isEmpty()) {
            return;
        }
        Set<Allocation> inUse = Collections.newSetFromMap(new IdentityHashMap<>());
        known.get().forEach(blob -> inUse.add(((StoredBlob) blob).allocation()));
        candidates.stream().filter(candidate -> !inUse.contains(candidate)).forEach(Allocation::giveUp);
    }

    /**
     * Reads a stream to its end and keeps what it held. When reading or writing fails nothing is kept.
     *
     * @param bytes the stream; it is not closed
     * @return the blob
     * @throws IOException if the stream or the disk fails, or the store is closed
     */
    public StoredBlob store(InputStream bytes) throws IOException {
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
        giveBackUnnamed();
        return memoryUsed.get();
    }

    /**
     * Tells how many files the store has.
     *
     * @return files of blobs and of uploads in progress
     */
    public long filesHeld() {
        giveBackUnnamed();
        return filesHeld.get();
    }

    /** Deletes all files. Blobs of the store cannot be read afterwards unless they are in memory. */
    @Override
    public void close() {
        closed.set(true);
        synchronized (folderLock) {
            closeFolder();
        }
    }

    private void closeFolder() {
        SpillFolder emptied = folder;
        folder = null;
        if (emptied != null) {
            emptied.close();
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
        keptSinceSweep.addAndGet(bytes);
        return true;
    }

    /** A file costs far more than a look at what is named, if there may be much that is not. */
    private boolean madeRoom() {
        long kept = keptSinceSweep.get();
        if (kept < config.memoryLimit() / 2 || !keptSinceSweep.compareAndSet(kept, 0)) {
            return false;
        }
        giveBackUnnamed();
        return true;
    }

    Allocation ofMemory(long bytes) {
        return allocation(() -> memoryUsed.addAndGet(-bytes));
    }

    Allocation ofFile(SpillFile file) {
        return allocation(file::delete);
    }

    private Allocation allocation(Runnable giveBack) {
        Allocation allocation = new Allocation(over -> {
            allocations.remove(over);
            giveBack.run();
        });
        allocations.add(allocation);
        return allocation;
    }

    /** Where files go, for messages. */
    Path place() {
        return config.place();
    }

    SpillFile newFile() throws IOException {
        synchronized (folderLock) {
            if (closed.get()) {
                throw new IOException("The server is closed; no more bytes are stored.");
            }
            SpillFolder open = folder;
            if (open == null || !open.isThere()) {
                closeFolder();
                open = SpillFolder.create(config.place());
                folder = open;
            }
            SpillFile file = new SpillFile(open.file(fileNumber.incrementAndGet()), filesHeld);
            filesHeld.incrementAndGet();
            return file;
        }
    }

    /** A server that streams has no other reason to look what is still named. */
    void wroteToDisk(long bytes) {
        if (writtenSinceSweep.addAndGet(bytes) >= BYTES_BETWEEN_SWEEPS) {
            writtenSinceSweep.set(0);
            giveBackUnnamed();
        }
    }
}
