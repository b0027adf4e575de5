package io.encord4j.internal.upload;

import io.encord4j.EncordException;

/**
 * What became of the sending of one file.
 *
 * @param <R> what a file that was sent is known by
 */
public sealed interface Transfer<R> {
    /** The file. */
    LocalFile file();

    /**
     * The bytes are there.
     *
     * @param file the file
     * @param result what it is known by
     */
    record Sent<R>(LocalFile file, R result) implements Transfer<R> {}

    /**
     * The bytes are not there.
     *
     * @param file the file
     * @param cause why
     */
    record Failed<R>(LocalFile file, EncordException cause) implements Transfer<R> {}

    /**
     * Another file had failed before.
     *
     * @param file the file
     */
    record NotStarted<R>(LocalFile file) implements Transfer<R> {}
}
