package io.encord4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a user submits: it writes so many files, while the first attempts of a third of its tasks fail. It knows Spark and the name of the
 * format only.
 */
public final class ClusterProgram {
    private static final int PARTITIONS = 24;

    private ClusterProgram() {}

    /** Takes the service, a dataset, a folder for the journal, and how many files to write. The credential is an option of the session. */
    public static void main(String[] arguments) throws java.io.IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            var content = udf(new Content(), DataTypes.BinaryType);
            Dataset<Row> files = spark.range(0, Long.parseLong(arguments[3]), 1, PARTITIONS)
                    .select(
                            concat(lit("film "), col("id"), lit(".mp4")).alias("title"),
                            content.apply(col("id")).alias("content"));
            files.write()
                    .format("encord")
                    .option("domain", arguments[0])
                    .option("dataset", arguments[1])
                    .option("journal", arguments[2])
                    .option("run", "monday")
                    .option("jobSize", "250")
                    .option("parallelJobs", "1")
                    .option("settleSeconds", "5")
                    .mode(SaveMode.Append)
                    .save();
        }
    }

    private static final class Content implements UDF1<Long, byte[]> {
        @Override
        public byte[] call(Long id) {
            TaskContext task = TaskContext.get();
            if (task.attemptNumber() == 0 && task.partitionId() % 3 == 0 && id % 50 == 49) {
                throw new IllegalStateException("The first attempt fails at file " + id);
            }
            return ("bytes of " + id).getBytes(StandardCharsets.UTF_8);
        }
    }
}
