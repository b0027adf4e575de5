package io.encord4j.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.UploadOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The client as it sends to a {@link Sink}: {@code video FILE}, {@code images FOLDER}, {@code journaled FOLDER} with a journal of its own, and
 * {@code resumed FOLDER} with the one beside the folder give seconds, {@code cpu} those of the processor since the start.
 */
public final class Sender {
    private static final String DATASET = "ff8fac10-b070-5963-b59b-165a0d8e5662";

    private final EncordDatasetClient dataset;
    private final AtomicInteger journals = new AtomicInteger();

    private Sender(EncordDatasetClient dataset) {
        this.dataset = dataset;
    }

    /** Arguments: URL, file with an SSH key. */
    public static void main(String[] arguments) throws IOException {
        try (EncordUserClient user = EncordUserClient.builder()
                .sshKeyFile(Path.of(arguments[1]))
                .options(ClientOptions.builder().domain(arguments[0]).build())
                .build()) {
            Sender sender = new Sender(user.datasetClient(DATASET));
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            Commands.serve(Map.of(
                    "video",
                    file -> seconds(() -> sender.dataset.uploadVideo(Path.of(file))),
                    "images",
                    sender::images,
                    "journaled",
                    sender::journaled,
                    "resumed",
                    sender::resumed,
                    "cpu",
                    none -> system.getProcessCpuTime() / 1e9));
        }
    }

    private double images(String folder) throws IOException {
        List<Path> files = files(folder);
        return seconds(() -> dataset.uploadImages(files, UploadOptions.ofDefaults()));
    }

    private double journaled(String folder) throws IOException {
        List<Path> files = files(folder);
        Path journal = Path.of(folder).resolveSibling("journal-" + journals.incrementAndGet());
        double seconds = seconds(() -> dataset.uploadImages(
                files, UploadOptions.builder().journal(journal).build()));
        Files.delete(journal);
        return seconds;
    }

    private double resumed(String folder) throws IOException {
        List<Path> files = files(folder);
        UploadOptions options = UploadOptions.builder()
                .journal(Path.of(folder + ".journal"))
                .settleTime(Duration.ofSeconds(1))
                .waitForUndecided(true)
                .build();
        return seconds(() -> dataset.uploadImages(files, options));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.sorted().toList();
        }
    }
}
