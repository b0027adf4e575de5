package io.encord4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.junit.EncordTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EncordTest
final class WritePrivateDataTest {
    private static final StructType OBJECTS = new StructType()
            .add("object_url", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("group", DataTypes.StringType)
            .add("position", DataTypes.IntegerType)
            .add("client_metadata", DataTypes.StringType);
    private static final String BUCKET = "https://bucket.s3.eu-west-2.amazonaws.com/";

    private static SparkSession spark;

    @BeforeAll
    static void startSpark() {
        spark = LocalSpark.session();
    }

    @Test
    void registersObjectsInJobsOfBoundedSize(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        List<Row> films = IntStream.range(0, 25)
                .mapToObj(i ->
                        RowFactory.create(BUCKET + i + ".mp4", "video", "film " + i, null, null, "{\"n\": " + i + "}"))
                .toList();

        write(server, ada, seeded, films, writer -> writer.option("jobSize", "10"));

        assertThat(titles(server, ada, seeded)).hasSize(27).contains("film 0", "film 24");
        assertThat(world.journal().entries("startUploadJob")).hasSize(3);
    }

    @Test
    void addsNothingWhenTheSameIsWrittenAgain(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        List<Row> one = List.of(RowFactory.create(BUCKET + "a.png", "image", "a", null, null, null));

        write(server, ada, seeded, one, writer -> {});
        write(server, ada, seeded, one, writer -> {});

        assertThat(titles(server, ada, seeded)).containsExactlyInAnyOrder("first.png", "second.png", "a");
    }

    @Test
    void makesOneGroupOfPartsInDifferentPartitions(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        List<Row> parts = List.of(
                RowFactory.create(BUCKET + "1.png", "image_group", "shelf", "g", 1, null),
                RowFactory.create(BUCKET + "0.png", "image_group", "shelf", "g", 0, null));

        write(server, ada, seeded, parts, writer -> {});

        assertThat(titles(server, ada, seeded)).containsExactlyInAnyOrder("first.png", "second.png", "shelf");
    }

    @Test
    void reportsWhatTheServiceRefuses(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path folder) {
        world.setUploads(
                new UploadPlan(new Completion.Immediately(), Map.of(BUCKET + "bad.zzz", "The object cannot be read.")));
        String report = folder.resolve("report").toUri().toString();
        List<Row> objects = List.of(
                RowFactory.create(BUCKET + "good.png", "image", "good", null, null, null),
                RowFactory.create(BUCKET + "bad.zzz", "image", "bad", null, null, null));

        write(server, ada, seeded, objects, writer -> writer.option("report", report));

        List<Row> refused =
                spark.read().format("encord").option("report", report).load().collectAsList();
        assertThat(refused).extracting(row -> row.getString(0)).containsExactly(BUCKET + "bad.zzz");
        assertThat(titles(server, ada, seeded)).contains("good").doesNotContain("bad");
    }

    @Test
    void registersNothingWhenARowIsWrong(FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        List<Row> objects = List.of(
                RowFactory.create(BUCKET + "good.png", "image", "good", null, null, null),
                RowFactory.create(BUCKET + "odd.xyz", "hologram", "odd", null, null, null));

        assertThatThrownBy(() -> write(server, ada, seeded, objects, writer -> {}))
                .hasStackTraceContaining(
                        "The kind \"hologram\" of https://bucket.s3.eu-west-2.amazonaws.com/odd.xyz is unknown. Kinds"
                                + " are video, image");
        assertThat(world.journal().entries("startUploadJob")).isEmpty();
    }

    @Test
    void refusesADatasetThatTheCallerCannotReachBeforeATaskStarts(
            FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        FakeDataset unknown = new FakeDataset("00000000-0000-4000-8000-000000000000", "Unknown", ada, "", List.of());

        assertThatThrownBy(() -> write(server, ada, unknown, List.of(), writer -> {}))
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesAMissingColumnBeforeATaskStarts(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        Dataset<Row> objects = spark.createDataFrame(
                List.of(RowFactory.create(BUCKET + "a.png")), new StructType().add("object_url", DataTypes.StringType));

        assertThatThrownBy(() -> writer(server, ada, seeded, objects).save())
                .hasMessageContaining("The column \"kind\" is missing");
    }

    @Test
    void showsNoSecretInThePlan(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        Dataset<Row> rows = spark.read()
                .format("encord")
                .option("domain", server.url())
                .option("sshKeySecret", ada.sshPrivateKey())
                .option("dataset", seeded.hash())
                .load();

        String secret = ada.sshPrivateKey().lines().skip(1).findFirst().orElseThrow();
        assertThat(rows.queryExecution().toString()).doesNotContain(secret);
    }

    private static void write(
            FakeEncordServer server,
            FakeUser user,
            FakeDataset dataset,
            List<Row> objects,
            Consumer<DataFrameWriter<Row>> options) {
        DataFrameWriter<Row> writer = writer(
                server, user, dataset, spark.createDataFrame(objects, OBJECTS).repartition(2));
        options.accept(writer);
        writer.save();
    }

    private static DataFrameWriter<Row> writer(
            FakeEncordServer server, FakeUser user, FakeDataset dataset, Dataset<Row> objects) {
        return objects.write()
                .format("encord")
                .option("domain", server.url())
                .option("bearerToken", user.bearerToken())
                .option("dataset", dataset.hash())
                .option("integration", integration(server, user))
                .mode(SaveMode.Append);
    }

    private static String integration(FakeEncordServer server, FakeUser user) {
        try (EncordUserClient client = client(server, user)) {
            return client.getCloudIntegrations().get(0).id();
        }
    }

    private static List<String> titles(FakeEncordServer server, FakeUser user, FakeDataset dataset) {
        try (EncordUserClient client = client(server, user)) {
            return client.datasetClient(dataset.hash()).getDataset().dataRows().stream()
                    .map(row -> row.title())
                    .toList();
        }
    }

    private static EncordUserClient client(FakeEncordServer server, FakeUser user) {
        return EncordUserClient.builder()
                .sshKey(user.sshPrivateKey())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build();
    }
}
