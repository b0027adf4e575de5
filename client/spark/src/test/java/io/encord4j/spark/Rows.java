package io.encord4j.spark;

import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;

/** A dataset of the fake, as Spark sees it and as it is. */
record Rows(FakeEncordServer server, FakeUser user, FakeDataset dataset) {

    private Map<String, String> options() {
        return Map.of("domain", server.url(), "bearerToken", user.bearerToken(), "dataset", dataset.hash());
    }

    Dataset<Row> read() {
        return SparkSession.active().read().format("encord").options(options()).load();
    }

    DataFrameWriter<Row> writer(Dataset<Row> rows) {
        return rows.write().format("encord").options(options()).mode(SaveMode.Append);
    }

    DataFrameWriter<Row> writer(Dataset<Row> rows, Path journal, String run) {
        return writer(rows).option("journal", journal.toUri().toString()).option("run", run);
    }

    DataStreamWriter<Row> options(DataStreamWriter<Row> writer) {
        return writer.options(options());
    }

    /** The titles of its rows, as the client lists them. */
    List<String> titles() {
        try (EncordUserClient client = client()) {
            return client.datasetClient(dataset.hash()).getDataset().dataRows().stream()
                    .map(row -> row.title())
                    .toList();
        }
    }

    EncordUserClient client() {
        return EncordUserClient.builder()
                .bearerToken(user.bearerToken())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build();
    }
}
