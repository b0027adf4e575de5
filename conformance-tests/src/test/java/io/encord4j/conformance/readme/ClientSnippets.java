package io.encord4j.conformance.readme;

import io.encord4j.AuthorisationException;
import io.encord4j.ClientOptions;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetOptions;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import io.encord4j.EncordStorage;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemFilter;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.RateLimitExceededException;
import io.encord4j.ReEncodeResult;
import io.encord4j.RetryPolicy;
import io.encord4j.StorageFolder;
import io.encord4j.StorageItem;
import io.encord4j.StorageLocation;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedItem;
import io.encord4j.Video;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The code of README and Javadoc that a client runs: each stretch between the marks stands there, word for word. */
final class ClientSnippets {

    private final ClientOptions options;
    private final PrintStream out;

    ClientSnippets(ClientOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    Video firstUpload(Path keyFile, Path film) {
        // Javadoc
        try (EncordUserClient user =
                EncordUserClient.builder().sshKeyFile(keyFile).options(options).build()) {
            CreatedDataset dataset = user.createDataset("Highway cameras");
            try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
                Video video = client.uploadVideo(
                        film,
                        UploadOptions.builder()
                                .onProgress(progress ->
                                        out.println(progress.sentBytes() + " of " + progress.totalBytes() + " bytes"))
                                .build());
                out.println(client.getDataset().dataRows());
                return video;
            }
        }
        // end
    }

    boolean journal(EncordDatasetClient client, List<Path> films, Path journal) {
        // README
        UploadOptions journaled = UploadOptions.builder().journal(journal).build();
        UploadReport<Video> report = client.uploadVideos(films, journaled);
        // Killed in between, by another process, or a day later: the same call goes on, and nothing is there twice.
        UploadReport<Video> again = client.uploadVideos(films, journaled);
        out.println(again.skipped().size() + " of " + films.size() + " were in before");
        // end
        return report.isComplete();
    }

    int reEncode(EncordDatasetClient client, Video video) {
        // README
        Operation<ReEncodeResult> task = client.reEncodeData(List.of(video.dataHash()));
        ReEncodeResult result = task.await(Duration.ofMinutes(30)).orThrow();
        if (result instanceof ReEncodeResult.Done done) {
            done.videos().forEach(one -> out.println(one.dataHash() + " is at " + one.bucketPath()));
            return done.videos().size();
        }
        // end
        return 0;
    }

    List<UUID> storage(EncordUserClient user, Path images, Path copies) {
        // README
        EncordStorage storage = user.storage();
        UUID trip = storage.findOrCreateFolder("Trip to the coast").uuid();
        UploadReport<UploadedItem> report = storage.uploadFolder(trip, images);
        List<UUID> items = report.created().stream().map(UploadedItem::itemUuid).toList();
        CreatedDataset dataset = user.createDataset(
                "Sea birds", DatasetOptions.builder().createBackingFolder(false).build());
        try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
            client.linkItems(items, DuplicatesBehavior.SKIP);
        }
        for (StorageFolder folder : storage.walkFolders(trip).toList()) {
            try (Stream<StorageItem> found = storage.listItems(folder.uuid(), ItemFilter.ofDefaults())) {
                found.forEach(item -> storage.downloadItem(item, copies.resolve(item.uuid() + "-" + item.name())));
            }
        }
        // end
        return items;
    }

    JobResult privateData(EncordUserClient user) {
        // README
        CreatedDataset dataset = user.createDataset(
                "Warehouse",
                DatasetOptions.builder().storageLocation(StorageLocation.AWS).build());
        String integration = user.getCloudIntegrations().get(0).id();
        PrivateFiles files = PrivateFiles.builder()
                .video("https://bucket.s3.eu-west-2.amazonaws.com/dock.mp4")
                .imageSequence(
                        "Shelf",
                        List.of(
                                "https://bucket.s3.eu-west-2.amazonaws.com/shelf-0.png",
                                "https://bucket.s3.eu-west-2.amazonaws.com/shelf-1.png"))
                .skipDuplicateUrls()
                .build();
        try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
            JobResult result = client.addPrivateData(
                    integration,
                    files,
                    PrivateDataOptions.builder().tolerateFailures(true).build());
            result.unitErrors().forEach(error -> out.println("left out: " + error));
            return result;
        }
        // end
    }

    void errors(EncordDatasetClient client, String dataHash) {
        // README
        try {
            client.deleteData(dataHash);
        } catch (AuthorisationException e) {
            out.println("Not a member of the dataset: " + e.getMessage());
        } catch (RateLimitExceededException e) {
            out.println("Too many calls; the service asks to wait " + e.retryAfter());
        } catch (EncordException e) {
            out.println(e.apiCall() + " failed with " + e.errorToken() + ", trace " + e.traceId());
        }
        // end
    }

    ClientOptions patience() {
        // README
        ClientOptions patient = ClientOptions.builder()
                .domain(ClientOptions.US_DOMAIN)
                .retryPolicy(RetryPolicy.builder()
                        .maxAttempts(8)
                        .maxElapsed(Duration.ofHours(1))
                        .build())
                .build();
        // end
        return patient;
    }
}
