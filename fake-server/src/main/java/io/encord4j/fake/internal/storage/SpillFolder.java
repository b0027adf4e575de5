package io.encord4j.fake.internal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The folder of one store. The system takes its lock back when the process ends, however it ends, and then the next server
 * deletes the folder.
 */
final class SpillFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpillFolder.class.getName());
    private static final String PREFIX = "encord4j-fake-";
    private static final String BLOB = "blob-";
    private static final String LOCK = "lock";

    /** Whoever opens and closes a locked file of the same process gives its lock back, as POSIX has it. */
    private static final String THIS_PROCESS = PREFIX + UUID.randomUUID() + "-";

    private final Path path;
    private final FileChannel lock;

    private SpillFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder.
     *
     * @param parent made as well if it is not there
     * @throws IOException if files cannot be kept there
     */
    static SpillFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        while (true) {
            Path path = Files.createTempDirectory(parent, THIS_PROCESS);
            Path lockFile = path.resolve(LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isLocked(lock, lockFile)) {
                return new SpillFolder(path, lock);
            }
            lock.close(); // Somebody was sweeping.
        }
    }

    /** A lock on a file that somebody has deleted holds nothing. */
    private static boolean isLocked(FileChannel lock, Path lockFile) throws IOException {
        try {
            return lock.tryLock() != null && Files.exists(lockFile);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Deletes the folders of processes that were killed. Nothing happens to what belongs to others. */
    static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, SpillFolder::mayBeAnOrphan)) {
            folders.forEach(SpillFolder::deleteOrphan);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot look for old files in " + parent + ".", e);
        }
    }

    private static boolean mayBeAnOrphan(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(PREFIX)
                && !name.startsWith(THIS_PROCESS)
                && Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static void deleteOrphan(Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                delete(folder);
                LOG.log(System.Logger.Level.INFO, "Deleted {0}, which a server left that was killed.", folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot delete " + folder + ", which may be somebody else's.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BLOB + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    /** Names a file that is not there yet. */
    Path file(long number) {
        return path.resolve(BLOB + number);
    }

    /** Somebody may have tidied up. */
    boolean isThere() {
        return Files.isDirectory(path);
    }

    /** Deletes the folder and what is in it. */
    @Override
    public void close() {
        try (lock) {
            if (isThere()) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
