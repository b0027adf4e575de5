package io.encord4j.fake.internal.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of one blob, hashes them, and moves to a file when they grow too many. Closing undoes what was not finished. */
final class BlobWriter implements AutoCloseable {

    private final BlobStore store;
    private final int threshold;
    private final MessageDigest digest = sha256();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable SpillFile file;
    private @Nullable OutputStream fileStream;
    private long size;
    private boolean finished;

    BlobWriter(BlobStore store, int threshold) {
        this.store = store;
        this.threshold = threshold;
    }

    void write(byte[] bytes, int length) throws IOException {
        digest.update(bytes, 0, length);
        size += length;
        if (fileStream == null && size <= threshold) {
            memory.write(bytes, 0, length);
        } else {
            OutputStream out = spilled();
            onDisk(() -> out.write(bytes, 0, length));
        }
    }

    StoredBlob finish() throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        StoredBlob blob = fileStream == null && store.reserveMemory(size) ? inMemory(sha256) : inFile(sha256);
        finished = true;
        return blob;
    }

    @Override
    public void close() throws IOException {
        try {
            if (!finished && fileStream != null) {
                fileStream.close();
            }
        } finally {
            if (!finished && file != null) {
                file.delete();
            }
        }
    }

    private StoredBlob inMemory(String sha256) {
        return StoredBlob.inMemory(memory.toByteArray(), sha256, store.ofMemory(size));
    }

    private StoredBlob inFile(String sha256) throws IOException {
        OutputStream out = spilled();
        onDisk(out::close);
        SpillFile kept = Objects.requireNonNull(file);
        store.wroteToDisk(size);
        return StoredBlob.inFile(kept, size, sha256, store.ofFile(kept));
    }

    private OutputStream spilled() throws IOException {
        OutputStream open = fileStream;
        if (open == null) {
            open = newFile();
            fileStream = open;
            OutputStream out = open;
            onDisk(() -> memory.writeTo(out));
            memory = new ByteArrayOutputStream(0);
        }
        return open;
    }

    private OutputStream newFile() throws IOException {
        try {
            SpillFile fresh = store.newFile();
            file = fresh;
            return fresh.write();
        } catch (IOException e) {
            throw new DiskFailure("Cannot make a file for an upload in " + store.place() + ".", e);
        }
    }

    private void onDisk(DiskAction action) throws DiskFailure {
        try {
            action.run();
        } catch (IOException e) {
            throw new DiskFailure("Cannot write an upload to a file in " + store.place() + ".", e);
        }
    }

    private interface DiskAction {
        void run() throws IOException;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
