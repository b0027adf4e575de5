package io.encord4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.RetryAfter;
import io.encord4j.fake.junit.EncordTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EncordTest
final class WriteFilesTest {
    private static final StructType FILES = new StructType()
            .add("title", DataTypes.StringType)
            .add("content", DataTypes.BinaryType)
            .add("kind", DataTypes.StringType);

    private static SparkSession spark;

    @BeforeAll
    static void startSpark() {
        spark = LocalSpark.session();
    }

    @Test
    void sendsBytesAndRegistersThemInJobsOfBoundedSize(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        Rows dataset = new Rows(server, ada, seeded);

        dataset.writer(films(25)).option("jobSize", "10").save();

        assertThat(dataset.titles()).hasSize(27).doesNotHaveDuplicates().contains("film 0.mp4", "film 24.mp4");
        assertThat(world.journal().entries("startUploadJob")).hasSize(3);
    }

    @Test
    void takesWhatBinaryFileGives(FakeEncordServer server, FakeUser ada, FakeDataset seeded, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("dock.mp4"), "dock");
        Files.writeString(folder.resolve("yard.mp4"), "yard!");
        Rows dataset = new Rows(server, ada, seeded);

        dataset.writer(spark.read().format("binaryFile").load(folder.toUri().toString()))
                .save();

        assertThat(dataset.titles()).containsExactlyInAnyOrder("first.png", "second.png", "dock.mp4", "yard.mp4");
    }

    @Test
    void readsFilesWhereTheyAre(FakeEncordServer server, FakeUser ada, FakeDataset seeded, @TempDir Path folder)
            throws IOException {
        Path film = Files.writeString(folder.resolve("dock.mp4"), "0123456789");
        Dataset<Row> paths = spark.createDataFrame(
                List.of(RowFactory.create(film.toUri().toString(), "The dock")),
                new StructType().add("path", DataTypes.StringType).add("title", DataTypes.StringType));
        Rows dataset = new Rows(server, ada, seeded);

        dataset.writer(paths).save();

        assertThat(dataset.read()
                        .filter("data_title = 'The dock'")
                        .select("file_size")
                        .as(org.apache.spark.sql.Encoders.LONG())
                        .collectAsList())
                .containsExactly(10L);
    }

    @Test
    void addsEachFileOnceThoughTasksFailAndAreRepeated(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        Rows dataset = new Rows(server, ada, seeded);
        var fail = udf(new FailsOnce(world.id()), DataTypes.StringType);

        dataset.writer(films(20).withColumn("title", fail.apply(col("title")))).save();

        assertThat(dataset.titles()).hasSize(22).doesNotHaveDuplicates();
        assertThat(world.journal().entries("putObject")).hasSizeGreaterThan(20);
    }

    @Test
    void addsNothingWhenARowMakesNoSense(FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        Rows dataset = new Rows(server, ada, seeded);
        Dataset<Row> odd = films(3).union(spark.createDataFrame(
                List.of(RowFactory.create(null, new byte[1], "video"), RowFactory.create("x", new byte[1], "hologram")),
                FILES));

        assertThatThrownBy(() -> dataset.writer(odd).save())
                .hasStackTraceContaining("Nothing was registered, since the input has 2 rows that cannot be written.");
        assertThat(world.journal().entries("startUploadJob")).isEmpty();
    }

    @Test
    void addsNothingWhenARunIsRepeated(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path journal) {
        Rows dataset = new Rows(server, ada, seeded);

        dataset.writer(films(5), journal, "monday").save();
        dataset.writer(films(5), journal, "monday").save();

        assertThat(dataset.titles()).hasSize(7).doesNotHaveDuplicates();
        assertThat(world.journal().entries("putObject")).hasSize(5);
        assertThat(world.journal().entries("startUploadJob")).hasSize(1);
    }

    @Test
    void looksForFilesWhoseRegistrationItDidNotSee(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        Rows dataset = new Rows(server, ada, seeded);
        world.arm(Fault.on("startUploadJob").fromCall(2).afterHandling(new Effect.Reset()));

        dataset.writer(films(9)).option("jobSize", "3").save();

        assertThat(dataset.titles()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereAnEarlierDriverHasFailedInItsCommit(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path journal) {
        Rows dataset = new Rows(server, ada, seeded);
        world.arm(Fault.on("startUploadJob").fromCall(2).times(2).beforeHandling(new Effect.Status(403)));

        assertThatThrownBy(() -> dataset.writer(films(9), journal, "monday")
                        .option("jobSize", "3")
                        .save())
                .hasStackTraceContaining("The service refused 6 of 9 entries");
        assertThat(dataset.titles()).hasSize(5);
        dataset.writer(films(9), journal, "monday").save();

        assertThat(dataset.titles()).hasSize(11).doesNotHaveDuplicates();
        assertThat(world.journal().entries("putObject")).hasSize(9);
    }

    @Test
    void refusesAnotherInputUnderTheSameRun(
            FakeEncordServer server, FakeUser ada, FakeDataset seeded, @TempDir Path journal) {
        Rows dataset = new Rows(server, ada, seeded);
        dataset.writer(films(2), journal, "monday").save();

        assertThatThrownBy(() -> dataset.writer(films(3), journal, "monday").save())
                .hasStackTraceContaining("Give another input another \"run\".");
        assertThat(dataset.titles()).hasSize(4);
    }

    @Test
    void demandsAJournalForARun(FakeEncordServer server, FakeUser ada, FakeDataset seeded) {
        assertThatThrownBy(() -> new Rows(server, ada, seeded)
                        .writer(films(1))
                        .option("run", "monday")
                        .save())
                .hasMessageContaining("go together");
    }

    @Test
    void reportsWhatTheServiceRefuses(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path folder) {
        Rows dataset = new Rows(server, ada, seeded);
        String report = folder.resolve("refused").toUri().toString();
        Dataset<Row> files = films(2).union(spark.createDataFrame(
                List.of(RowFactory.create("broken", "no picture".getBytes(StandardCharsets.UTF_8), "image")), FILES));

        dataset.writer(files).option("report", report).save();

        assertThat(spark.read()
                        .format("encord")
                        .option("report", report)
                        .load()
                        .select("title")
                        .collectAsList())
                .containsExactly(RowFactory.create("broken"));
        assertThat(dataset.titles()).hasSize(4).doesNotContain("broken");
        assertThatThrownBy(
                        () -> dataset.writer(files.filter("title = 'broken'")).save())
                .hasStackTraceContaining("The service refused 1 of 1 entries")
                .hasStackTraceContaining("broken");
    }

    @Test
    void waitsWhenTheServiceIsAskedTooOften(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded) {
        Rows dataset = new Rows(server, ada, seeded);
        world.arm(Fault.on("startUploadJob", "getPresignedUrls")
                .times(2)
                .beforeHandling(new Effect.RetryLater(429, new RetryAfter.Seconds(1))));

        dataset.writer(films(4)).save();

        assertThat(dataset.titles()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void writesEachEpochOfAStreamOnce(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path folder)
            throws Exception {
        Rows dataset = new Rows(server, ada, seeded);
        Path input = Files.createDirectory(folder.resolve("in"));
        Path checkpoint = folder.resolve("checkpoint");
        Files.writeString(input.resolve("a.mp4"), "a");
        Files.writeString(input.resolve("b.mp4"), "b");
        stream(dataset, input, checkpoint);

        // What a driver leaves that dies after its commit, and before Spark knows of it.
        Files.delete(checkpoint.resolve("commits/0"));
        Files.deleteIfExists(checkpoint.resolve("commits/.0.crc"));
        Files.writeString(input.resolve("c.mp4"), "c");
        stream(dataset, input, checkpoint);

        assertThat(dataset.titles()).containsExactlyInAnyOrder("first.png", "second.png", "a.mp4", "b.mp4", "c.mp4");
        assertThat(world.journal().entries("putObject")).hasSize(3);
    }

    private static void stream(Rows dataset, Path input, Path checkpoint) throws Exception {
        Dataset<Row> files = spark.readStream()
                .format("binaryFile")
                .schema(spark.read()
                        .format("binaryFile")
                        .load(input.toUri().toString())
                        .schema())
                .load(input.toUri().toString());
        StreamingQuery query = dataset.options(files.writeStream().format("encord"))
                .option("checkpointLocation", checkpoint.toUri().toString())
                .trigger(Trigger.AvailableNow())
                .start();
        assertThatCode(query::awaitTermination).doesNotThrowAnyException();
    }

    private static Dataset<Row> films(int count) {
        List<Row> films = IntStream.range(0, count)
                .mapToObj(i -> RowFactory.create(
                        "film " + i + ".mp4", ("bytes " + i).getBytes(StandardCharsets.UTF_8), "video"))
                .toList();
        return spark.createDataFrame(films, FILES).repartition(2);
    }

    /** Fails the first task that comes to each fifth title. */
    private record FailsOnce(String test) implements UDF1<String, String> {
        private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

        @Override
        public String call(String title) {
            if (title.hashCode() % 5 == 0 && SEEN.add(test + title)) {
                throw new IllegalStateException("A task fails at " + title);
            }
            return title;
        }
    }
}
