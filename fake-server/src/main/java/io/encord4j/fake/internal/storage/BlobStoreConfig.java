package io.encord4j.fake.internal.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and when bytes go to disk.
 *
 * @param memoryThreshold the size in bytes up to which a blob stays in memory
 * @param memoryLimit the number of bytes that all blobs together may take in memory; beyond it every blob goes to disk
 * @param parent the directory in which the store makes its own one; empty for the system's temporary directory
 */
public record BlobStoreConfig(int memoryThreshold, long memoryLimit, Optional<Path> parent) {

    private static final int MEMORY_THRESHOLD = 64 * 1024;
    private static final long MOST_MEMORY = 256L * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 4;

    /**
     * Checks the values.
     *
     * @param memoryThreshold the largest blob in memory, in bytes
     * @param memoryLimit all blobs in memory together, in bytes
     * @param parent the directory of the store's own directory
     */
    public BlobStoreConfig {
        if (memoryThreshold < 0 || memoryLimit < 0) {
            throw new IllegalArgumentException("Memory threshold (" + memoryThreshold + ") and memory limit ("
                    + memoryLimit + ") must not be negative.");
        }
    }

    /**
     * Blobs up to 64 KiB in memory, a quarter of the heap in all but at most 256 MiB, the rest in the system's temporary
     * directory.
     *
     * @return what a server has that is told nothing else
     */
    public static BlobStoreConfig defaults() {
        long memoryLimit = Math.min(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, MOST_MEMORY);
        return new BlobStoreConfig(MEMORY_THRESHOLD, memoryLimit, Optional.empty());
    }

    Path place() {
        return parent.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
