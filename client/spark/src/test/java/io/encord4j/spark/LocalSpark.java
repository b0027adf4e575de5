package io.encord4j.spark;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;

/** The one Spark of this JVM, with its driver and its tasks in it. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession session() {
        Assumptions.assumeTrue(
                Runtime.version().feature() <= 21,
                "Spark 4.2 does not support JDK " + Runtime.version().feature());
        return SparkSession.builder()
                .master("local[2]")
                .appName("encord4j-spark")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }
}
