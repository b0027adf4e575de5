package io.encord4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.junit.EncordTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README. */
@EncordTest
final class ReadmeExampleTest {

    @Test
    void registersTheListingOfABucketAndReadsTheRowsBack(
            FakeEncordServer server, FakeUser ada, FakeDataset seeded, @TempDir Path folder) throws IOException {
        Path listing = Files.writeString(folder.resolve("listing.csv"), """
            object_url,title
            https://bucket.s3.eu-west-2.amazonaws.com/dock.mp4,The dock
            https://bucket.s3.eu-west-2.amazonaws.com/yard.mp4,The yard
            """);
        SparkSession session = LocalSpark.session().newSession();
        session.conf().set("spark.datasource.encord.domain", server.url());
        session.conf().set("spark.datasource.encord.bearerToken", ada.bearerToken());
        String integration;
        try (EncordUserClient client = new Rows(server, ada, seeded).client()) {
            integration = client.getCloudIntegrations().get(0).id();
        }

        Dataset<Row> rows = register(session, listing.toUri().toString(), seeded.hash(), integration);

        assertThat(rows.collectAsList())
                .extracting(row -> row.getString(1))
                .containsExactlyInAnyOrder("first.png", "second.png", "The dock", "The yard");
    }

    private static Dataset<Row> register(SparkSession spark, String listing, String datasetHash, String integrationId) {
        // README
        Dataset<Row> objects = spark.read()
                .option("header", true)
                .csv(listing)
                .select(col("object_url"), col("title"), lit("video").alias("kind"));
        objects.write()
                .format("encord")
                .option("dataset", datasetHash)
                .option("integration", integrationId)
                .mode(SaveMode.Append)
                .save();
        Dataset<Row> rows =
                spark.read().format("encord").option("dataset", datasetHash).load();
        return rows.select("data_hash", "data_title");
        // end
    }
}
