package io.encord4j.conformance.ingestion;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemType;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The program that is killed: it uploads the videos in a folder with a journal, and ends with 0 when all of them are in. */
final class Batch {
    static final int PARALLELISM = 4;
    static final int PARALLEL_JOBS = 2;

    /** Longer than the fake takes for a registration on a busy machine. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private Batch() {}

    /**
     * Runs the program.
     *
     * @param arguments the URL of the service, where the files go, its id, the credential, the folder and the journal
     */
    public static void main(String[] arguments) throws IOException {
        ClientOptions client = ClientOptions.builder().domain(arguments[0]).build();
        List<Path> films;
        try (Stream<Path> files = Files.list(Path.of(arguments[4]))) {
            films = files.sorted().toList();
        }
        UploadOptions options = UploadOptions.builder()
                .journal(Path.of(arguments[5]))
                .parallelism(PARALLELISM)
                .unitsPerJob(25)
                .parallelJobs(PARALLEL_JOBS)
                .settleTime(SETTLED)
                .waitForUndecided(true)
                .build();
        UploadReport<?> report =
                upload(Place.valueOf(arguments[1]), arguments[2], arguments[3], client, films, options);
        System.exit(report.isComplete() ? 0 : 1);
    }

    private static UploadReport<?> upload(
            Place place, String id, String credential, ClientOptions client, List<Path> films, UploadOptions options) {
        if (place == Place.DATASET_BY_API_KEY) {
            try (EncordDatasetClient dataset = EncordDatasetClient.builder()
                    .resourceId(id)
                    .apiKey(credential)
                    .options(client)
                    .build()) {
                return dataset.uploadVideos(films, options);
            }
        }
        try (EncordUserClient user = EncordUserClient.builder()
                .bearerToken(credential)
                .options(client)
                .build()) {
            return place == Place.FOLDER
                    ? user.storage().upload(UUID.fromString(id), ItemType.VIDEO, films, options)
                    : user.datasetClient(id).uploadVideos(films, options);
        }
    }

    /** Where files go. */
    enum Place {
        DATASET,
        DATASET_BY_API_KEY,
        FOLDER
    }
}
