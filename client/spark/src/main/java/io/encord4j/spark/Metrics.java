package io.encord4j.spark;

import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What Spark shows of reading and writing beside its own figures. */
enum Metrics {
    ROWS_READ("encordRows", "rows that the service listed"),
    FILES_SENT("encordFiles", "files that were sent"),
    BYTES_SENT("encordBytes", "bytes that were sent"),
    REPETITIONS("encordRetries", "requests that were refused for the moment or failed, and are made again");

    private final String metricName;
    private final String description;

    Metrics(String metricName, String description) {
        this.metricName = metricName;
        this.description = description;
    }

    CustomTaskMetric of(long count) {
        return new Value(metricName, count);
    }

    private record Value(String name, long value) implements CustomTaskMetric {}

    /** A sum over all tasks. Spark makes metrics by their class names. */
    abstract static class Sum extends CustomSumMetric {
        private final Metrics metric;

        Sum(Metrics metric) {
            this.metric = metric;
        }

        @Override
        public String name() {
            return metric.metricName;
        }

        @Override
        public String description() {
            return metric.description;
        }
    }

    /** The sum of rows. */
    public static final class RowsRead extends Sum {
        /** Made by Spark. */
        public RowsRead() {
            super(ROWS_READ);
        }
    }

    /** The sum of files. */
    public static final class FilesSent extends Sum {
        /** Made by Spark. */
        public FilesSent() {
            super(FILES_SENT);
        }
    }

    /** The sum of bytes. */
    public static final class BytesSent extends Sum {
        /** Made by Spark. */
        public BytesSent() {
            super(BYTES_SENT);
        }
    }

    /** The sum of repetitions. */
    public static final class Repeated extends Sum {
        /** Made by Spark. */
        public Repeated() {
            super(REPETITIONS);
        }
    }
}
