package io.encord4j.conformance.readme;

import io.encord4j.ClientOptions;
import io.encord4j.DataGroup;
import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DataType;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordStorage;
import io.encord4j.EncordUserClient;
import io.encord4j.FileContent;
import io.encord4j.ImageGroup;
import io.encord4j.ItemFilter;
import io.encord4j.ItemUpdate;
import io.encord4j.PrivateFiles;
import io.encord4j.ProgressPrinter;
import io.encord4j.StagedFile;
import io.encord4j.StorageItem;
import io.encord4j.TreeOptions;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import io.encord4j.Video;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The code of the Javadoc that the README does not show: each stretch between the marks stands there, word for word. */
final class JavadocSnippets {

    private final ClientOptions options;
    private final PrintStream out;

    JavadocSnippets(ClientOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void withApiKey(String datasetHash, String apiKey, Path film) {
        // Javadoc
        try (EncordDatasetClient client = EncordDatasetClient.builder()
                .resourceId(datasetHash)
                .apiKey(apiKey)
                .options(options)
                .build()) {
            client.uploadVideo(film);
            for (DataRow row : client.getDataset().dataRows()) {
                out.println(row.title());
            }
        }
        // end
    }

    void stream(EncordDatasetClient client) {
        // Javadoc
        try (Stream<DataRow> rows = client.streamDataRows(DataRowFilter.ofDefaults())) {
            rows.forEach(row -> out.println(row.dataHash() + " " + row.title()));
        }
        // end
    }

    DataRowFilter rows() {
        // Javadoc
        DataRowFilter recentVideos = DataRowFilter.builder()
                .dataTypes(DataType.VIDEO)
                .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
        // end
        return recentVideos;
    }

    DatasetFilter datasets() {
        // Javadoc
        DatasetFilter recentBirds = DatasetFilter.builder()
                .titleLike("Birds %")
                .createdAfter(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
        // end
        return recentBirds;
    }

    DataRow update(EncordDatasetClient client, String dataHash) {
        // Javadoc
        DataRow row = client.updateDataRow(
                dataHash,
                DataRowUpdate.builder()
                        .clientMetadata(Map.of("camera", "north"))
                        .build());
        // end
        return row;
    }

    UploadReport<Video> manyVideos(EncordDatasetClient client, List<Path> films) {
        // Javadoc
        UploadReport<Video> report = client.uploadVideos(
                films,
                UploadOptions.builder().tolerateFailures(true).parallelism(8).build());
        report.failed().forEach(failed -> out.println(failed.file() + ": " + failed.cause()));
        UploadReport<Video> rest = report.retryFailed();
        // end
        return rest;
    }

    UploadReport<UploadedData> tree(EncordDatasetClient client, Path folder) {
        // Javadoc
        UploadReport<UploadedData> report = client.uploadFolder(
                folder,
                TreeOptions.builder().relativeTitles(true).build(),
                UploadOptions.builder().onProgress(ProgressPrinter.to(out)).build());
        report.skipped().forEach(skipped -> out.println(skipped.file() + ": " + skipped.reason()));
        // end
        return report;
    }

    static UploadOptions progress() {
        // Javadoc
        UploadOptions options = UploadOptions.builder()
                .onProgress(ProgressPrinter.to(System.err))
                .build();
        // end
        return options;
    }

    UploadReport<UploadedData> staged(EncordDatasetClient client, FileContent content) {
        // Javadoc
        StagedFile staged = client.stagedUploads().send(DataType.IMAGE, "shelf", content);
        // Perhaps in another process:
        UploadReport<UploadedData> report =
                client.stagedUploads().register(List.of(staged), UploadOptions.ofDefaults());
        // end
        return report;
    }

    List<ImageGroup> secondAttempt(EncordDatasetClient client, List<Path> images) {
        // Javadoc
        try {
            return client.createImageGroup(images);
        } catch (UploadFailedException e) {
            e.report().failed().forEach(failed -> out.println(failed.file() + ": " + failed.cause()));
            e.report().retryFailed();
        }
        // end
        return List.of();
    }

    List<StorageItem> reviewed(EncordStorage storage, UUID folder) {
        // Javadoc
        ItemFilter herons = ItemFilter.builder().search("heron").build();
        ItemUpdate reviewed =
                ItemUpdate.builder().clientMetadata(Map.of("reviewed", true)).build();
        Map<UUID, ItemUpdate> updates = new LinkedHashMap<>();
        try (Stream<StorageItem> found = storage.findItems(folder, herons)) {
            found.forEach(item -> updates.put(item.uuid(), reviewed));
        }
        List<StorageItem> changed = storage.updateItems(updates);
        // end
        return changed;
    }

    List<UUID> sideBySide(EncordStorage storage, UUID folder, List<UUID> items) {
        // Javadoc
        DataGroup noon = DataGroup.grid(items).withName("The dock at noon");
        List<UUID> groups = storage.createDataGroups(folder, List.of(noon));
        // end
        return groups;
    }

    List<String> background(EncordDatasetClient client) {
        // Javadoc
        CompletableFuture<List<String>> titles = client.supplyAsync(EncordDatasetClient::getDataset)
                .thenApply(dataset ->
                        dataset.dataRows().stream().map(DataRow::title).toList());
        // end
        return titles.join();
    }

    DatasetApiKey key(EncordUserClient user, String datasetHash) {
        // Javadoc
        DatasetApiKey key =
                user.createDatasetApiKey(datasetHash, "Nightly import", List.of(DatasetScope.READ, DatasetScope.WRITE));
        // end
        return key;
    }

    static PrivateFiles privateFiles() {
        // Javadoc
        PrivateFiles files = PrivateFiles.builder()
                .video("https://bucket.s3.eu-west-2.amazonaws.com/film.mp4")
                .imageSequence("Front camera", List.of("https://bucket/0.png", "https://bucket/1.png"))
                .skipDuplicateUrls()
                .build();
        // end
        return files;
    }

    static ClientOptions settings() {
        // Javadoc
        ClientOptions options = ClientOptions.builder()
                .domain(ClientOptions.US_DOMAIN)
                .readTimeout(Duration.ofMinutes(1))
                .userAgentSuffix("my-importer/2.1")
                .build();
        // end
        return options;
    }
}
