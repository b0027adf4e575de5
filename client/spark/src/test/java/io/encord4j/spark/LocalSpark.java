package io.encord4j.spark;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;

/** The one Spark of this JVM, with its driver and its tasks in it. */
final class LocalSpark {
    private static final int OLDEST_JDK = 17;
    private static final int YOUNGEST_JDK = 21;

    private LocalSpark() {}

    /** Two slots, in which a task may fail three times. Tests on a JDK for which Spark is not made are skipped. */
    static SparkSession session() {
        demandJdk();
        return SparkSession.builder()
                .master("local[2,4]")
                .appName("encord4j-spark")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.artifact.isolation.enabled", "false")
                .getOrCreate();
    }

    static void demandJdk() {
        int jdk = Runtime.version().feature();
        Assumptions.assumeTrue(
                jdk >= OLDEST_JDK && jdk <= YOUNGEST_JDK,
                "Spark 4.2 is made for JDK %d to %d, and this is %d".formatted(OLDEST_JDK, YOUNGEST_JDK, jdk));
    }
}
