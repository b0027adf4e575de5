package io.encord4j.spark;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/** Registers objects in the user's cloud. Tasks only read and check rows; the commit of the driver runs the upload jobs. */
final class PrivateDataWrite extends DriverWrite {
    private final String datasetHash;
    private final InputColumns columns;
    private final PrivateDataJobs jobs;
    private final Report report;

    /** Checks columns and options. */
    PrivateDataWrite(LogicalWriteInfo info, Options options, String datasetHash) {
        this.datasetHash = datasetHash;
        this.columns = PrivateEntry.columns(info.schema());
        this.report = Report.of(options);
        this.jobs = new PrivateDataJobs(
                ExecutorClient.dataset(Connection.of(options), datasetHash),
                options.demand("integration", "It is the id of the cloud integration that reaches the objects."),
                options.number("jobSize", 10_000, 1, 500_000),
                options.number("parallelJobs", 4, 1, 64),
                Duration.ofSeconds(options.number("jobTimeoutSeconds", 3600, 1, 7 * 24 * 3600)));
    }

    @Override
    Writers batchWriters() {
        return writers(columns);
    }

    @Override
    Writers streamingWriters() {
        return writers(columns);
    }

    private static Writers writers(InputColumns columns) {
        return epoch -> new Collector(columns);
    }

    @Override
    void commit(@Nullable Long epoch, WriterCommitMessage[] messages) throws IOException {
        Entries[] tasks = Arrays.copyOf(messages, messages.length, Entries[].class);
        RefusedRows.check(Arrays.stream(tasks).map(Entries::refused).toList());
        List<PrivateEntry> entries =
                Arrays.stream(tasks).flatMap(task -> task.entries().stream()).toList();
        report.write(epoch, jobs.run(entries), entries.size());
    }

    @Override
    public String description() {
        return "private data to encord dataset " + datasetHash;
    }

    /** What one task found. */
    private record Entries(List<PrivateEntry> entries, RefusedRows refused) implements WriterCommitMessage {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private static final class Collector implements DataWriter<InternalRow> {
        private final InputColumns columns;
        private final ArrayList<PrivateEntry> entries = new ArrayList<>();
        private RefusedRows refused = RefusedRows.NONE;

        Collector(InputColumns columns) {
            this.columns = columns;
        }

        @Override
        public void write(InternalRow row) {
            try {
                entries.add(PrivateEntry.of(row, columns));
            } catch (RefusedRow e) {
                refused = refused.and(e);
            }
        }

        @Override
        public WriterCommitMessage commit() {
            return new Entries(entries, refused);
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
