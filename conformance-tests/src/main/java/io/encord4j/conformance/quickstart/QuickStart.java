package io.encord4j.conformance.quickstart;

import io.encord4j.ClientOptions;
import io.encord4j.CreatedDataset;
import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataType;
import io.encord4j.Dataset;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import io.encord4j.EncordUserClient;
import io.encord4j.ProgressPrinter;
import io.encord4j.TreeOptions;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import io.encord4j.Video;
import io.encord4j.fake.FakeEncordServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Creates a dataset and an API key, uploads a video, reads it back and compares the bytes. With {@code -Dfolder} it uploads the videos and
 * images of a folder instead. Without {@code -Durl} it talks to a
 * fake server that it starts for itself; with {@code -Durl=https://api.encord.com} to the real service, as the user whose SSH key
 * {@code ENCORD_SSH_KEY_FILE} names.
 */
public final class QuickStart {

    private final PrintStream out;

    private QuickStart(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the program.
     *
     * @param arguments unused: settings are the system properties {@code url}, {@code video} and {@code folder}
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        new QuickStart(System.out).run(Settings.of(System.getProperties()));
    }

    private void run(Settings settings) throws IOException {
        Path folder = Files.createTempDirectory("encord4j-quick-start");
        try {
            if (settings.url().isPresent()) {
                String url = settings.url().get();
                out.println(
                        "Talking to " + url + " with the SSH key that ENCORD_SSH_KEY_FILE or ENCORD_SSH_KEY gives.");
                try (EncordUserClient user = EncordUserClient.builder()
                        .options(ClientOptions.builder().domain(url).build())
                        .build()) {
                    work(user, url, settings, folder);
                }
            } else {
                try (FakeEncordServer server = FakeEncordServer.start();
                        EncordUserClient user = EncordUserClient.builder()
                                .sshKey(server.defaultWorld()
                                        .newUser("you@example.com")
                                        .sshPrivateKey())
                                .options(ClientOptions.builder()
                                        .domain(server.url())
                                        .build())
                                .build()) {
                    out.println("Started a fake Encord server at " + server.url() + "; nothing leaves this machine.");
                    work(user, server.url(), settings, folder);
                }
            }
        } catch (EncordException e) {
            out.println();
            out.println("It did not work: " + e.getMessage());
            throw e;
        } finally {
            delete(folder);
        }
    }

    private void work(EncordUserClient user, String domain, Settings settings, Path scratch) throws IOException {
        CreatedDataset created = user.createDataset("encord4j quick start " + LocalDate.now(ZoneOffset.UTC));
        out.println("Created the dataset \"" + created.title() + "\" (" + created.datasetHash() + ").");
        if (settings.folder().isPresent()) {
            uploadFolder(user, created, settings.folder().get());
        } else {
            roundTrip(user, domain, created, settings.videoFile(scratch), scratch);
        }
    }

    private void uploadFolder(EncordUserClient user, CreatedDataset created, Path folder) {
        try (EncordDatasetClient dataset = user.datasetClient(created.datasetHash())) {
            out.println("Uploading the videos and images in " + folder + ":");
            UploadReport<UploadedData> report = dataset.uploadFolder(
                    folder,
                    TreeOptions.builder().relativeTitles(true).build(),
                    UploadOptions.builder()
                            .tolerateFailures(true)
                            .onProgress(ProgressPrinter.to(out))
                            .build());
            report.skipped().forEach(skipped -> out.println("Left out " + skipped.file() + ": " + skipped.reason()));
            report.failed()
                    .forEach(failed -> out.println(
                            "Failed: " + failed.file() + ": " + failed.cause().getMessage()));
            out.println("The dataset now has " + dataset.getDataset().dataRows().size() + " rows.");
        }
    }

    private void roundTrip(EncordUserClient user, String domain, CreatedDataset created, Path video, Path folder)
            throws IOException {
        DatasetApiKey key = user.createDatasetApiKey(
                created.datasetHash(), "quick start", List.of(DatasetScope.READ, DatasetScope.WRITE));
        out.println("Created an API key for it that may read and write.");

        try (EncordDatasetClient dataset = EncordDatasetClient.builder()
                .resourceId(created.datasetHash())
                .apiKey(key.key())
                .options(ClientOptions.builder().domain(domain).build())
                .build()) {
            out.println("Uploading " + video.getFileName() + ":");
            Video uploaded = dataset.uploadVideo(
                    video,
                    UploadOptions.builder().onProgress(ProgressPrinter.to(out)).build());

            Dataset read = dataset.getDataset();
            DataRow row = read.dataRows().get(0);
            DataType type = row.dataType();
            out.println("The dataset now has " + read.dataRows().size() + " row: \"" + row.title() + "\", type "
                    + (type == null ? "unknown" : type.value()) + ".");
            compare(user, created.datasetHash(), uploaded, video, folder);
        }
    }

    private void compare(EncordUserClient user, String datasetHash, Video uploaded, Path video, Path folder)
            throws IOException {
        try (EncordDatasetClient dataset = user.datasetClient(datasetHash)) {
            DataRow row = dataset.getDataRow(
                    uploaded.dataHash(), DataRowExtras.builder().signedUrl(true).build());
            if (row.signedUrl() == null) {
                throw new IOException("The service gave no signed URL for " + uploaded.dataHash() + ".");
            }
            Path copy = folder.resolve("downloaded");
            long bytes = dataset.download(row.signedUrl(), copy);
            out.printf("Downloaded %,d bytes through a signed URL.%n", bytes);
            long difference = Files.mismatch(video, copy);
            if (difference >= 0) {
                throw new IOException("The downloaded video differs from the uploaded one at byte " + difference + ".");
            }
            out.println("They equal the uploaded file, byte for byte. All is well.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
