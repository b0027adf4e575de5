package io.encord4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EncordTest
final class ReadRowsTest {
    private static SparkSession spark;

    @BeforeAll
    static void startSpark() {
        spark = LocalSpark.session();
    }

    @Test
    void readsTheRowsOfADataset(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        Dataset<Row> rows = reader(server, ada, seeded).load();

        assertThat(rows.select("data_title")
                        .as(org.apache.spark.sql.Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("first.png", "second.png");
    }

    @Test
    void asksOnlyForTheTitlesThatAreWanted(FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        List<Row> rows = reader(server, ada, seeded)
                .load()
                .filter(col("data_title").equalTo("second.png"))
                .select("data_hash")
                .collectAsList();

        assertThat(rows).hasSize(1);
        assertThat(world.journal().entries("listDataRows")).hasSize(1);
        assertThat(world.journal().entries("getDataRow")).isEmpty();
    }

    @Test
    void fetchesSignedUrlsOnlyWhenTheyAreSelected(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        List<Row> rows = reader(server, ada, seeded).load().select("signed_url").collectAsList();

        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.getString(0)).startsWith(server.url()));
        assertThat(world.journal().entries("getDataRow")).hasSize(2);
    }

    @Test
    void putsEachRowIntoOneWindow(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        Dataset<Row> rows = reader(server, ada, seeded)
                .option("partitions", "4")
                .option("createdFrom", "2020-01-01T00:00:00Z")
                .option("createdTo", "2030-01-01T00:00:00Z")
                .load();

        assertThat(rows.rdd().getNumPartitions()).isEqualTo(4);
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void tellsWhichOptionsThereAre(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        assertThatThrownBy(
                        () -> reader(server, ada, seeded).option("datset", "x").load())
                .hasMessageContaining("datset")
                .hasMessageContaining("dataset, domain");
    }

    private static DataFrameReader reader(FakeEncordServer server, FakeUser user, FakeDataset dataset) {
        return spark.read()
                .format("encord")
                .option("domain", server.url())
                .option("sshKeySecret", user.sshPrivateKey())
                .option("dataset", dataset.hash());
    }
}
