package io.encord4j.conformance.quickstart;

import io.encord4j.UploadProgress;
import io.encord4j.UploadProgressListener;
import java.io.PrintStream;
import java.util.Locale;

/** Draws the progress of an upload on one line of a terminal; redraws only when the percentage changes. */
final class ProgressBar implements UploadProgressListener {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private long drawnPercent = -1;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void onProgress(UploadProgress progress) {
        long percent = progress.totalBytes() == 0 ? 100 : progress.sentBytes() * 100 / progress.totalBytes();
        if (percent == drawnPercent) {
            return;
        }
        drawnPercent = percent;
        int filled = (int) (percent * WIDTH / 100);
        out.printf(
                Locale.ROOT,
                "\r  [%s%s] %3d%%  %,d of %,d bytes",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                percent,
                progress.sentBytes(),
                progress.totalBytes());
        if (percent == 100) {
            out.println();
        }
        out.flush();
    }
}
