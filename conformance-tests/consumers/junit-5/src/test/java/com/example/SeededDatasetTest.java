package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import org.junit.jupiter.api.Test;

@EncordTest
class SeededDatasetTest {

    @Test
    void deletesARow(FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        try (EncordUserClient user = EncordUserClient.builder()
                        .sshKey(ada.sshPrivateKey())
                        .options(ClientOptions.builder().domain(server.url()).build())
                        .build();
                EncordDatasetClient dataset = user.datasetClient(seeded.hash())) {
            dataset.deleteData(seeded.rows().get(0));

            assertThat(dataset.getDataset().dataRows()).hasSize(seeded.rows().size() - 1);
        }
        assertThat(world.journal().entries("deleteData")).hasSize(1);
    }
}
