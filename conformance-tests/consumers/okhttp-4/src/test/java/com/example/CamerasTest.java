package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.junit.EncordTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EncordTest
class CamerasTest {

    @Test
    void uploadsEachVideo(FakeEncordServer server, FakeUser ada, @TempDir Path folder) throws Exception {
        Path film = Files.write(folder.resolve("film.mp4"), new byte[] {0, 0, 0, 8, 'f', 't', 'y', 'p'});
        try (EncordUserClient user = EncordUserClient.builder()
                .sshKey(ada.sshPrivateKey())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build()) {
            assertThat(OkHttp.VERSION).isEqualTo("4.12.0");
            String hash = new Cameras(user).upload("North", List.of(film));

            try (EncordDatasetClient dataset = user.datasetClient(hash)) {
                assertThat(dataset.getDataset().dataRows()).extracting(DataRow::title).containsExactly("film.mp4");
            }
        }
    }
}
