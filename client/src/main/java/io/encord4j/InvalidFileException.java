package io.encord4j;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A local file cannot be read, or a download cannot be written. */
public final class InvalidFileException extends InputException {
    /** The path, as text. */
    private final String file;

    /** What is wrong with it. */
    private final Problem problem;

    /**
     * Creates the error.
     *
     * @param problem what is wrong with it
     * @param cause what failed beneath, or null
     */
    public InvalidFileException(Path file, Problem problem, @Nullable Throwable cause) {
        super(
                ErrorDetails.of((file.toString().isEmpty() ? "The empty path" : file) + " " + problem.words + ".")
                        .withRemedy(problem.remedy),
                cause);
        this.file = file.toString();
        this.problem = problem;
    }

    /**
     * Which file.
     *
     * @return the path as it was given
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * What is wrong with it.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }

    /** What can be wrong with a file. */
    public enum Problem {
        /** There is nothing at the path. */
        MISSING("does not exist", "Check the path; relative paths start at the working directory."),
        /** There is a directory, or something else that is not a file. */
        NOT_A_FILE("does not point to a file", "Give the path of a file; uploadFolder takes all files of a folder."),
        /** There is a file where a folder is expected. */
        NOT_A_FOLDER("is not a folder", "Give the path of a folder; uploadVideo and uploadImage take single files."),
        /** The file may not be read, or reading it failed. */
        UNREADABLE("cannot be read", "Check the permissions of the file and of the directories above it."),
        /** The name of the file is no text in the encoding of file names, which the locale of the process tells. */
        UNREADABLE_NAME(
                "has a name that is no UTF-8",
                "Rename it, or start the program with a locale of the encoding of the name, such as LANG=C.UTF-8."),
        /** The file cannot be written. */
        NOT_WRITABLE("cannot be written", "Check the directory, its permissions and the space left."),
        /** The file became shorter or longer while it was sent. */
        CHANGED("changed while it was sent", "Upload it again when nothing writes to it.");

        private final String words;
        private final String remedy;

        Problem(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
        }
    }
}
