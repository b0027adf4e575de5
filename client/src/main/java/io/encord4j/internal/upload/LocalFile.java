package io.encord4j.internal.upload;

import io.encord4j.FileContent;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that can be sent.
 *
 * @param path where it is, with at least a name
 * @param size in bytes
 * @param modified when it last changed, in milliseconds since 1970
 */
public record LocalFile(Path path, long size, long modified) implements FileContent {

    private static final int PIECE = 64 * 1024;

    /** Its base name. */
    @Override
    public String name() {
        return FileNames.of(path);
    }

    /**
     * Looks at a file.
     *
     * @throws InvalidFileException if it cannot be sent
     */
    public static LocalFile check(Path path) {
        LocalFile file = look(path);
        FileNames.of(path);
        if (!Files.isReadable(path)) {
            throw new InvalidFileException(path, Problem.UNREADABLE, null);
        }
        return file;
    }

    /**
     * Looks at many files before anything is sent.
     *
     * @return the files in the same order
     * @throws InvalidFileException for the first one that cannot be sent
     */
    public static List<LocalFile> checkAll(Collection<Path> paths) {
        List<LocalFile> files = new ArrayList<>(paths.size());
        for (Path path : paths) {
            files.add(check(path));
        }
        return files;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** Whether the file is still as it was when it was looked at. */
    boolean isUnchanged() {
        try {
            return look(path).equals(this);
        } catch (InvalidFileException e) {
            return false;
        }
    }

    /** The file as it is now; as it was if it cannot be sent any more. */
    LocalFile anew() {
        try {
            return look(path);
        } catch (InvalidFileException e) {
            return this;
        }
    }

    /** The SHA-256 of its bytes, in hexadecimal digits. */
    String hash() {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        try (InputStream stream = Files.newInputStream(path)) {
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException e) {
            throw new InvalidFileException(path, Problem.UNREADABLE, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static LocalFile look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile() || path.getFileName() == null) {
                throw new InvalidFileException(path, Problem.NOT_A_FILE, null);
            }
            return new LocalFile(
                    path, attributes.size(), attributes.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(path, Problem.MISSING, null);
        } catch (IOException e) {
            throw new InvalidFileException(path, Problem.UNREADABLE, e);
        }
    }
}
