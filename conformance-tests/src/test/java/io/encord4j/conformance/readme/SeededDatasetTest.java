package io.encord4j.conformance.readme;

// README
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.DataRow;
import io.encord4j.EncordDatasetClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import org.junit.jupiter.api.Test;

@EncordTest
class SeededDatasetTest {

    @Test
    void deletesARow(EncordDatasetClient dataset, FakeDataset seeded, FakeWorld world) {
        dataset.deleteData(seeded.rows().get(0));

        assertThat(dataset.getDataset().dataRows()).extracting(DataRow::title).containsExactly("second.png");
        assertThat(world.journal().entries("deleteData")).hasSize(1);
    }
}
// end
