package io.encord4j;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws the progress of an upload on one line of a terminal: how much is sent, how fast, and how long it may still take.
 *
 * <pre>{@code
 * UploadOptions options = UploadOptions.builder()
 *         .onProgress(ProgressPrinter.to(System.err))
 *         .build();
 * }</pre>
 *
 * <p>The line is drawn anew when the percentage or the number of finished files changes, and ended when the last file is. Use one printer for
 * each upload.
 */
public final class ProgressPrinter implements UploadProgressListener {
    private static final int WIDTH = 30;
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private final PrintStream out;
    private long drawnPercent = -1;
    private int drawnFiles = -1;
    private int drawnLength;

    private ProgressPrinter(PrintStream out) {
        this.out = out;
    }

    /**
     * Makes a printer.
     *
     * @param out the terminal
     * @return a listener for one upload
     */
    public static ProgressPrinter to(PrintStream out) {
        return new ProgressPrinter(Objects.requireNonNull(out, "out"));
    }

    @Override
    public synchronized void onProgress(UploadProgress progress) {
        long percent = progress.totalBytes() == 0 ? 100 : progress.sentBytes() * 100 / progress.totalBytes();
        if (percent == drawnPercent && progress.finishedFiles() == drawnFiles) {
            return;
        }
        drawnPercent = percent;
        drawnFiles = progress.finishedFiles();
        int filled = (int) (percent * WIDTH / 100);
        String line = "  [%s%s] %3d%%  %s of %s, %d of %d files, %s/s%s"
                .formatted(
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        percent,
                        bytes((double) progress.sentBytes()),
                        bytes((double) progress.totalBytes()),
                        progress.finishedFiles(),
                        progress.totalFiles(),
                        bytes(progress.bytesPerSecond()),
                        remaining(progress.remaining()));
        // Blanks hide what is left of a longer line.
        out.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
        drawnLength = line.length();
        if (progress.finishedFiles() == progress.totalFiles()) {
            out.println();
        }
        out.flush();
    }

    private static String bytes(double bytes) {
        int unit = 0;
        double number = bytes;
        while (number >= 1000 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, UNITS[unit]);
    }

    private static String remaining(@Nullable Duration time) {
        if (time == null || time.isZero()) {
            return "";
        }
        long seconds = time.toSeconds();
        return seconds >= 3600
                ? ", %d:%02d h left".formatted(seconds / 3600, seconds / 60 % 60)
                : ", %d:%02d min left".formatted(seconds / 60, seconds % 60);
    }
}
