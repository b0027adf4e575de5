package io.encord4j.spark;

import io.encord4j.DataRowFilter;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.StructType;

/**
 * Registers objects in the user's cloud. Tasks only read and check rows, so whatever Spark repeats or speculates adds nothing; the commit on
 * the driver runs the upload jobs.
 */
final class PrivateDataWrite implements Write, BatchWrite {
    private final PrivateColumns columns;
    private final PrivateDataJobs jobs;
    private final Options options;

    private PrivateDataWrite(PrivateColumns columns, PrivateDataJobs jobs, Options options) {
        this.columns = columns;
        this.jobs = jobs;
        this.options = options;
    }

    /** Checks all that can be checked before a task starts: columns, options, and that the caller can reach the dataset. */
    static PrivateDataWrite of(StructType schema, Options options, String datasetHash) {
        PrivateColumns columns = PrivateColumns.of(schema);
        String integration =
                options.demand("integration", "It is the id of the cloud integration that reaches the objects.");
        EncordDatasetClient dataset = ExecutorClient.dataset(Connection.of(options), datasetHash);
        PrivateDataJobs jobs = new PrivateDataJobs(
                dataset,
                integration,
                options.number("jobSize", 10_000, 1, 500_000),
                options.number("parallelJobs", 4, 1, 64),
                Duration.ofSeconds(options.number("jobTimeoutSeconds", 3600, 1, 7 * 24 * 3600)));
        try {
            dataset.listDataRows(DataRowFilter.builder()
                    .dataHashes(List.of(new UUID(0, 0).toString()))
                    .build());
        } catch (EncordException e) {
            throw new IllegalArgumentException(
                    "The dataset %s cannot be written: %s".formatted(datasetHash, e.getMessage()), e);
        }
        return new PrivateDataWrite(columns, jobs, options);
    }

    @Override
    public BatchWrite toBatch() {
        return this;
    }

    @Override
    public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
        return new Factory(columns);
    }

    @Override
    public void commit(WriterCommitMessage[] messages) {
        List<RefusedEntry> refused = jobs.run(Arrays.stream(messages)
                .flatMap(message -> ((Entries) message).entries().stream())
                .toList());
        options.find("report").ifPresent(file -> {
            try {
                RefusedEntry.write(refused, file);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The objects are registered, but the report cannot be written to " + file, e);
            }
        });
    }

    @Override
    public void abort(WriterCommitMessage[] messages) {
        // Nothing has been asked of the service yet.
    }

    /** What one task found. */
    private record Entries(List<PrivateEntry> entries) implements WriterCommitMessage {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private record Factory(PrivateColumns columns) implements DataWriterFactory {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public DataWriter<InternalRow> createWriter(int partitionId, long taskId) {
            return new Collector(columns);
        }
    }

    private static final class Collector implements DataWriter<InternalRow> {
        private final PrivateColumns columns;
        private final ArrayList<PrivateEntry> entries = new ArrayList<>();

        Collector(PrivateColumns columns) {
            this.columns = columns;
        }

        @Override
        public void write(InternalRow row) {
            entries.add(columns.entry(row));
        }

        @Override
        public WriterCommitMessage commit() {
            return new Entries(entries);
        }

        @Override
        public void abort() {
            entries.clear();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
