package io.encord4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come. Bytes that are sent again after a failure are counted once.
 *
 * @param sentBytes bytes sent so far
 * @param totalBytes bytes of all files
 * @param finishedFiles files that were uploaded, or given up
 * @param totalFiles all files
 * @param bytesPerSecond the mean rate since the upload began; 0 before the first bytes
 * @param remaining an estimate of the time left; null while there is nothing to base it on
 */
public record UploadProgress(
        long sentBytes,
        long totalBytes,
        int finishedFiles,
        int totalFiles,
        double bytesPerSecond,
        @Nullable Duration remaining) {}
