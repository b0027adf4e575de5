package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import org.junit.jupiter.api.Test;

// README
@EncordTest
class SeededDatasetTest {

    @Test
    void deletesARow(FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        ClientOptions options = ClientOptions.builder().domain(server.url()).build();
        try (EncordUserClient user = EncordUserClient.builder()
                        .sshKey(ada.sshPrivateKey())
                        .options(options)
                        .build();
                EncordDatasetClient dataset = user.datasetClient(seeded.hash())) {
            dataset.deleteData(seeded.rows().get(0));

            assertThat(dataset.getDataset().dataRows())
                    .extracting(DataRow::title)
                    .containsExactly("second.png");
        }
        assertThat(world.journal().entries("deleteData")).hasSize(1);
    }
}
// end
