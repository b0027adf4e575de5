package io.encord4j.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** curl, which must be on the path. */
public final class Curl {

    private static final long GIBIBYTE = 1L << 30;

    private Curl() {}

    /** A file of 1 GiB that takes no room on the disk. */
    public static Path gibibyte(Path folder) throws IOException {
        Path file = folder.resolve("film.mp4");
        try (RandomAccessFile film = new RandomAccessFile(file.toFile(), "rw")) {
            film.setLength(GIBIBYTE);
        }
        return file;
    }

    /** Sends a file; gives the seconds that curl took for it. */
    public static double put(Path file, String url) throws IOException {
        Process curl = new ProcessBuilder(
                        "curl", "-sS", "-f", "-T", file.toString(), "-o", "/dev/null", "-w", "%{time_total}", url)
                .redirectError(Redirect.INHERIT)
                .start();
        String seconds = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = curl.waitFor();
            if (code != 0) {
                throw new IOException("curl ended with code " + code + ".");
            }
        } catch (InterruptedException e) {
            curl.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
        return Double.parseDouble(seconds);
    }
}
