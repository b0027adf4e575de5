package io.encord4j;

import org.jspecify.annotations.Nullable;

/** A description of private files breaks a documented rule. */
public final class InvalidPrivateFilesException extends InputException {
    /** The place of the entry. */
    private final String entry;

    /**
     * Creates the error.
     *
     * @param entry the offending entry, such as {@code videos[3].objectUrl}
     * @param problem what is wrong with it, in a sentence
     * @param remedy what to do about it, in a sentence
     * @param cause what failed beneath, or null
     */
    public InvalidPrivateFilesException(String entry, String problem, String remedy, @Nullable Throwable cause) {
        super(ErrorDetails.of(entry + ": " + problem).withRemedy(remedy), cause);
        this.entry = entry;
    }

    /**
     * Which entry.
     *
     * @return its place, such as {@code videos[3].objectUrl}
     */
    public String entry() {
        return entry;
    }
}
