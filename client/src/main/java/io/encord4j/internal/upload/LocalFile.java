package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A file that can be sent.
 *
 * @param path where it is
 * @param name its base name
 * @param size in bytes
 */
public record LocalFile(Path path, String name, long size) {

    /**
     * Looks at a file.
     *
     * @param path where it is
     * @return the file
     * @throws InvalidFileException if it cannot be sent
     */
    public static LocalFile check(Path path) {
        Path name = path.getFileName();
        if (!Files.exists(path)) {
            throw new InvalidFileException(path, Problem.MISSING, null);
        }
        if (name == null || !Files.isRegularFile(path)) {
            throw new InvalidFileException(path, Problem.NOT_A_FILE, null);
        }
        if (!Files.isReadable(path)) {
            throw new InvalidFileException(path, Problem.UNREADABLE, null);
        }
        try {
            return new LocalFile(path, name.toString(), Files.size(path));
        } catch (IOException e) {
            throw new InvalidFileException(path, Problem.UNREADABLE, e);
        }
    }

    /**
     * Looks at many files before anything is sent.
     *
     * @param paths where they are
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
}
