package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.TreeOptions;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks a folder of this machine: the files of each folder in the order of their names, then the folders below it. */
public final class LocalTree {
    private final Path root;
    private final TreeOptions options;
    private final Set<Kind> kinds;
    private final @Nullable Path journal;
    private final List<Folder> folders = new ArrayList<>();

    /** The real paths of the folders that lead to where the walk is. */
    private final Set<Path> above = new HashSet<>();

    /**
     * A folder with what is directly in it.
     *
     * @param path the names from the root down to it; none for the root itself
     * @param contents its files, and what is left out
     */
    public record Folder(List<String> path, List<Planned> contents) {}

    private LocalTree(Path root, TreeOptions options, Set<Kind> kinds, @Nullable Path journal) {
        this.root = root;
        this.options = options;
        this.kinds = kinds;
        this.journal = journal == null ? null : journal.toAbsolutePath().normalize();
    }

    /**
     * Walks a folder, and looks at each file.
     *
     * @param root the folder
     * @param options what to take, and as what
     * @param kinds what can be uploaded; other files are left out
     * @param journal the journal of the upload, which may be in the folder; null if there is none
     * @return the folders, each before those below it
     * @throws InvalidFileException if the root is no folder, or something below it cannot be read
     */
    public static List<Folder> walk(Path root, TreeOptions options, Set<Kind> kinds, @Nullable Path journal) {
        if (!Files.exists(root)) {
            throw new InvalidFileException(root, Problem.MISSING, null);
        }
        if (!Files.isDirectory(root)) {
            throw new InvalidFileException(root, Problem.NOT_A_FOLDER, null);
        }
        LocalTree tree = new LocalTree(root, options, kinds, journal);
        try {
            tree.enter(root, List.of());
        } catch (IOException e) {
            throw new InvalidFileException(root, Problem.UNREADABLE, e);
        }
        return tree.folders;
    }

    private void enter(Path folder, List<String> names) throws IOException {
        Path real = folder.toRealPath();
        above.add(real);
        List<Planned> contents = new ArrayList<>();
        folders.add(new Folder(names, contents));
        List<LocalFile> group = new ArrayList<>();
        List<Path> below = new ArrayList<>();
        for (Path entry : entries(folder)) {
            Optional<String> reason = reasonToLeaveOut(entry);
            if (reason.isPresent()) {
                contents.add(new Planned.LeftOut(entry, reason.get()));
            } else if (Files.isDirectory(entry)) {
                below.add(entry);
            } else {
                take(entry, contents, group);
            }
        }
        if (!group.isEmpty()) {
            contents.add(new UploadUnit(Kind.IMAGE_GROUP, group, titleOfGroup(folder)));
        }
        for (Path next : below) {
            List<String> path = new ArrayList<>(names);
            path.add(FileNames.of(next));
            enter(next, Collections.unmodifiableList(path));
        }
        above.remove(real);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new InvalidFileException(folder, Problem.UNREADABLE, e);
        }
    }

    private Optional<String> reasonToLeaveOut(Path entry) throws IOException {
        if (String.valueOf(entry.getFileName()).startsWith(".") || Files.isHidden(entry)) {
            return Optional.of("It is hidden.");
        }
        if (Files.isSymbolicLink(entry) && !options.followLinks()) {
            return Optional.of("It is a symbolic link.");
        }
        if (Files.isDirectory(entry)) {
            return above.contains(entry.toRealPath())
                    ? Optional.of("It is a symbolic link to a folder above it.")
                    : Optional.empty();
        }
        if (!Files.exists(entry)) {
            return Optional.of("It is a symbolic link to nothing.");
        }
        if (!Files.isRegularFile(entry)) {
            return Optional.of("It is no regular file.");
        }
        return entry.toAbsolutePath().normalize().equals(journal)
                ? Optional.of("It is the journal of this upload.")
                : Optional.empty();
    }

    private void take(Path entry, List<Planned> contents, List<LocalFile> group) {
        LocalFile file = LocalFile.check(entry);
        Optional<Kind> kind = MediaKinds.of(entry).filter(kinds::contains);
        if (kind.isEmpty()) {
            contents.add(new Planned.LeftOut(entry, "It is no " + MediaKinds.words(kinds) + "."));
        } else if (kind.get() == Kind.IMAGE && options.imageGroups()) {
            group.add(file);
        } else {
            contents.add(UploadUnit.of(kind.get(), file, options.relativeTitles() ? relative(entry) : null));
        }
    }

    private @Nullable String titleOfGroup(Path folder) {
        if (options.relativeTitles() && !folder.equals(root)) {
            return relative(folder);
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? null : FileNames.of(folder.toAbsolutePath().normalize());
    }

    private String relative(Path path) {
        Path parent = path.getParent();
        String name = FileNames.of(path);
        return parent == null || parent.equals(root) ? name : relative(parent) + "/" + name;
    }
}
