package io.encord4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.junit.EncordTest;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.JsonProtocol;
import org.junit.jupiter.api.Test;

/** A credential is in no plan, and in nothing that Spark tells its UI and its event log of a query. */
@EncordTest
final class CanaryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void credentialsAreInNoPlanAndInNoEventOfAQuery(FakeEncordServer server, FakeUser ada, FakeDataset seeded)
            throws TimeoutException {
        SparkSession spark = LocalSpark.session();
        Rows dataset = new Rows(server, ada, seeded);
        Events events = new Events();
        spark.sparkContext().addSparkListener(events);
        Dataset<Row> films = spark.createDataFrame(
                List.of(RowFactory.create("dock.mp4", new byte[3])),
                new StructType().add("title", DataTypes.StringType).add("content", DataTypes.BinaryType));

        dataset.writer(films).save();
        Dataset<Row> rows = dataset.read().filter("data_title = 'dock.mp4'");
        long count = rows.count();
        spark.sparkContext().listenerBus().waitUntilEmpty(PATIENCE.toMillis());
        spark.sparkContext().removeSparkListener(events);

        assertThat(count).isEqualTo(1);
        assertThat(rows.queryExecution().toString()).doesNotContain(ada.bearerToken());
        assertThat(events.texts).isNotEmpty().noneMatch(text -> text.contains(ada.bearerToken()));
    }

    /** What the page of a query is made of. */
    private static final class Events extends SparkListener {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public void onOtherEvent(SparkListenerEvent event) {
            texts.add(JsonProtocol.sparkEventToJsonString(event));
        }
    }
}
