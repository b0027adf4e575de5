package io.encord4j;

/**
 * Hears how far an upload has come.
 *
 * <p>Called by the threads that send, one call at a time, with numbers that never go back; it should return soon. What it throws is logged
 * once, it hears no more after that, and the upload goes on.
 */
@FunctionalInterface
public interface UploadProgressListener {
    /**
     * Hears how far the upload has come.
     *
     * @param progress where it stands
     */
    void onProgress(UploadProgress progress);
}
