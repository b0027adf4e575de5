package io.encord4j.spark;

import io.encord4j.StagedFile;
import io.encord4j.StagedUploads;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/** Sends the bytes of the rows of one task, and tells the driver where they are. After a row that cannot be taken it only looks at the others. */
final class FileWriter implements DataWriter<InternalRow> {
    private final StagedUploads uploads;
    private final InputColumns columns;
    private final Configuration hadoop;
    private final boolean sentBefore;
    private final ArrayList<SentFile> sent = new ArrayList<>();
    private final long repeatedBefore = Repetitions.ofThisThread();
    private Fingerprint fingerprint = Fingerprint.NONE;
    private RefusedRows refused = RefusedRows.NONE;
    private long bytes;

    /**
     * What a task hands to the driver.
     *
     * @param files what it has sent; empty if everything was sent before
     * @param fingerprint of its input
     * @param refused rows that it could not take
     */
    record Sent(List<SentFile> files, Fingerprint fingerprint, RefusedRows refused) implements WriterCommitMessage {
        @Serial
        private static final long serialVersionUID = 1;
    }

    FileWriter(StagedUploads uploads, InputColumns columns, Configuration hadoop, boolean sentBefore) {
        this.uploads = uploads;
        this.columns = columns;
        this.hadoop = hadoop;
        this.sentBefore = sentBefore;
    }

    @Override
    public void write(InternalRow row) throws IOException {
        try {
            FileToSend file = FileToSend.of(row, columns);
            fingerprint = fingerprint.and(file.title());
            if (!sentBefore && refused.count() == 0) {
                StagedFile staged = uploads.send(
                        file.dataType(), file.title(), file.source().content(hadoop));
                bytes += staged.size();
                sent.add(SentFile.of(staged));
            }
        } catch (RefusedRow e) {
            refused = refused.and(e);
        }
    }

    @Override
    public WriterCommitMessage commit() {
        return new Sent(sent, fingerprint, refused);
    }

    @Override
    public void abort() {
        // Bytes that nobody registers are seen by nobody.
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return new CustomTaskMetric[] {
            Metrics.FILES_SENT.of(sent.size()),
            Metrics.BYTES_SENT.of(bytes),
            Metrics.REPETITIONS.of(Repetitions.ofThisThread() - repeatedBefore)
        };
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
