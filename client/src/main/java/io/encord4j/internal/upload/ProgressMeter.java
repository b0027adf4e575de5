package io.encord4j.internal.upload;

import io.encord4j.UploadProgress;
import io.encord4j.UploadProgressListener;
import io.encord4j.internal.operation.Waiting;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Adds up what all threads of an upload have sent, and tells a listener. */
public final class ProgressMeter {
    private static final Logger LOGGER = System.getLogger(ProgressMeter.class.getName());
    private static final long STEPS = 1000;

    private final Waiting.Watch watch;
    private final long totalBytes;
    private final int totalFiles;
    private @Nullable UploadProgressListener listener;
    private long sentBytes;
    private long toldBytes = -1;
    private int finishedFiles;

    /**
     * Begins to measure.
     *
     * @param files all files of the upload
     * @param listener who is told; null for nobody
     * @param waiting tells the time
     */
    public ProgressMeter(Collection<LocalFile> files, @Nullable UploadProgressListener listener, Waiting waiting) {
        this.watch = waiting.startWatch();
        this.totalBytes = files.stream().mapToLong(LocalFile::size).sum();
        this.totalFiles = files.size();
        this.listener = listener;
    }

    FileMeter file() {
        return new FileMeter();
    }

    private synchronized void add(long bytes) {
        sentBytes += bytes;
        if (sentBytes - toldBytes >= Math.max(1, totalBytes / STEPS) || sentBytes == totalBytes) {
            tell();
        }
    }

    private synchronized void finish() {
        finishedFiles++;
        tell();
    }

    private void tell() {
        UploadProgressListener hearer = listener;
        if (hearer == null) {
            return;
        }
        toldBytes = sentBytes;
        try {
            hearer.onProgress(progress());
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // An assertion of a test, or what Kotlin throws without declaring it.
            listener = null;
            LOGGER.log(Logger.Level.WARNING, "A progress listener has failed and hears no more; the upload goes on", e);
        }
    }

    private UploadProgress progress() {
        double seconds = watch.elapsed().toNanos() / 1e9;
        double rate = seconds <= 0 ? 0 : sentBytes / seconds;
        Duration remaining = rate <= 0 ? null : Duration.ofMillis((long) ((totalBytes - sentBytes) / rate * 1000));
        return new UploadProgress(sentBytes, totalBytes, finishedFiles, totalFiles, rate, remaining);
    }

    /** Counts the bytes of one file. What is sent again after a failure counts once, so that the sum never goes back. */
    final class FileMeter {
        private long mark;
        private boolean finished;

        void sent(long offset) {
            long news;
            synchronized (this) {
                news = offset - mark;
                mark = Math.max(mark, offset);
            }
            if (news > 0) {
                add(news);
            }
        }

        void finished() {
            synchronized (this) {
                if (finished) {
                    return;
                }
                finished = true;
            }
            finish();
        }
    }
}
