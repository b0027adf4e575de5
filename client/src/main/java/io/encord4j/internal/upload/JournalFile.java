package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.InvalidValueException;
import io.encord4j.JournalStore;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** A journal in a file, which is locked while it is open. Not a channel, since an interrupt would close that. */
public final class JournalFile implements JournalStore {
    private final Path path;
    private final RandomAccessFile file;

    private JournalFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a file, or makes it.
     *
     * @throws InvalidFileException if it cannot be written
     * @throws InvalidValueException if another upload is writing to it
     */
    public static JournalFile open(Path path) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (isLocked(file)) {
                return new JournalFile(path, file);
            }
            file.close();
        } catch (IOException e) {
            throw new InvalidFileException(path, Problem.NOT_WRITABLE, e);
        }
        throw new InvalidValueException(
                "journal",
                "The journal " + path + " is in use by another upload.",
                "Give each upload a journal of its own, or wait for the end of the other.");
    }

    /** The lock is given back with the file, also when the process ends. */
    private static boolean isLocked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public InputStream read() throws IOException {
        return new FileInputStream(path.toFile());
    }

    @Override
    public void truncate(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
    }

    @Override
    public void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
