package io.encord4j.benchmarks.child;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The client as it uploads: {@code video FILE} and {@code images FOLDER} give seconds. */
public final class Uploader {

    private Uploader() {}

    /** Arguments: URL, dataset, file with an SSH key. */
    public static void main(String[] arguments) throws IOException {
        try (EncordUserClient user = EncordUserClient.builder()
                        .sshKeyFile(Path.of(arguments[2]))
                        .options(ClientOptions.builder().domain(arguments[0]).build())
                        .build();
                EncordDatasetClient dataset = user.datasetClient(arguments[1])) {
            Commands.serve(Map.of(
                    "video", file -> video(dataset, Path.of(file)), "images", folder -> images(dataset, folder)));
        }
    }

    private static double video(EncordDatasetClient dataset, Path file) {
        long start = System.nanoTime();
        Video video = dataset.uploadVideo(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        dataset.deleteData(video.dataHash());
        return seconds;
    }

    private static double images(EncordDatasetClient dataset, String folder) throws IOException {
        List<Path> files = files(folder);
        long start = System.nanoTime();
        List<String> hashes = dataset.uploadImages(files, UploadOptions.ofDefaults()).created().stream()
                .map(image -> image.dataHash())
                .toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        dataset.deleteData(hashes);
        return seconds;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.sorted().toList();
        }
    }
}
