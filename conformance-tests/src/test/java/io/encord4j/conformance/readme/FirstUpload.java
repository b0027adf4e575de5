package io.encord4j.conformance.readme;

// README
import io.encord4j.ClientOptions;
import io.encord4j.CreatedDataset;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import java.nio.file.Path;

class FirstUpload {

    public static void main(String[] arguments) {
        ClientOptions options = ClientOptions.builder().domain(arguments[0]).build();
        Path keyFile = Path.of(arguments[1]);
        Path film = Path.of(arguments[2]);

        try (EncordUserClient user =
                EncordUserClient.builder().sshKeyFile(keyFile).options(options).build()) {
            CreatedDataset dataset = user.createDataset("Highway cameras");
            try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
                Video video = client.uploadVideo(
                        film,
                        UploadOptions.builder()
                                .onProgress(progress -> System.out.println(
                                        progress.sentBytes() + " of " + progress.totalBytes() + " bytes"))
                                .build());
                System.out.println(video.title() + " is " + video.dataHash());
            }
        }
    }
}
// end
