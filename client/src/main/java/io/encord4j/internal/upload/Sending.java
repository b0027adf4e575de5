package io.encord4j.internal.upload;

import java.util.List;

/**
 * What one generation of the service does around the sending of a file.
 *
 * @param <K> what the service hands out with a signed URL
 * @param <R> what a file that was sent is known by
 */
public interface Sending<K, R> {
    /** How many signed URLs may be asked for at once. */
    int BATCH = 200;

    /**
     * How many signed URLs one question asks for. With one, a refusal concerns that file alone.
     *
     * @return from 1 to {@link #BATCH}
     */
    default int batch() {
        return BATCH;
    }

    /**
     * Asks for signed URLs.
     *
     * @param files at most {@link #batch()} files
     * @return one target for each, in the same order
     */
    List<Target<K>> targets(List<LocalFile> files);

    /**
     * How the bytes of a file are presented.
     *
     * @param file the file
     * @return the headers
     */
    StorageHeaders headers(LocalFile file);

    /**
     * Tells the service that the bytes are there, if it wants to know.
     *
     * @param file the file
     * @param key what came with the signed URL
     * @return what the file is known by from now on
     */
    R sent(LocalFile file, K key);

    /**
     * Where to send a file.
     *
     * @param signedUrl the URL, which is a secret
     * @param key what came with it
     * @param <K> its type
     */
    record Target<K>(String signedUrl, K key) {
        @Override
        public String toString() {
            return "Target[██]";
        }
    }
}
