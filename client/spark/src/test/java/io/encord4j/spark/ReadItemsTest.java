package io.encord4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.EncordUserClient;
import io.encord4j.ItemType;
import io.encord4j.UploadOptions;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EncordTest
final class ReadItemsTest {

    @Test
    void readsTheItemsOfAFolder(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path local)
            throws IOException {
        UUID folder = world.newFolder(ada, "Films");
        try (EncordUserClient client = new Rows(server, ada, seeded).client()) {
            client.storage()
                    .upload(
                            folder,
                            ItemType.VIDEO,
                            List.of(
                                    Files.writeString(local.resolve("dock.mp4"), "dock"),
                                    Files.writeString(local.resolve("yard.mp4"), "yard!")),
                            UploadOptions.ofDefaults());
        }

        assertThat(reader(server, ada, folder)
                        .load()
                        .filter("name = 'yard.mp4' and item_type = 'video'")
                        .select("name", "file_size")
                        .collectAsList())
                .containsExactly(RowFactory.create("yard.mp4", 5L));
        assertThat(reader(server, ada, folder).load().select("signed_url").collectAsList())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.getString(0)).startsWith(server.url()));
    }

    @Test
    void dividesNoFolderByTime(FakeEncordServer server, FakeWorld world, FakeUser ada) {
        UUID folder = world.newFolder(ada, "Films");

        assertThatThrownBy(() -> reader(server, ada, folder)
                        .option("partitions", "4")
                        .load()
                        .collectAsList())
                .hasMessageContaining("divides no folder by time");
    }

    private static DataFrameReader reader(FakeEncordServer server, FakeUser user, UUID folder) {
        return LocalSpark.session()
                .read()
                .format("encord")
                .option("domain", server.url())
                .option("bearerToken", user.bearerToken())
                .option("folder", folder.toString());
    }
}
