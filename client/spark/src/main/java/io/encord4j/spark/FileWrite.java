package io.encord4j.spark;

import io.encord4j.FileOutcome;
import io.encord4j.RateLimitExceededException;
import io.encord4j.StagedFile;
import io.encord4j.StagedUploads;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Uploads files. Tasks send bytes to signed URLs, which nobody sees, and the commit of the driver registers them in chunks. With a run, the
 * driver first keeps what was sent and then a journal, so that another driver goes on where it has died.
 */
final class FileWrite extends DriverWrite {
    private static final int MOST_ATTEMPTS = 10;

    private final Connection connection;
    private final String datasetHash;
    private final InputColumns columns;
    private final Runs runs;
    private final UploadOptions registration;
    private final Report report;

    /** Checks columns and options. */
    FileWrite(LogicalWriteInfo info, Options options, String datasetHash) {
        this.connection = Connection.of(options);
        this.datasetHash = datasetHash;
        this.columns = FileToSend.columns(info.schema());
        this.runs = Runs.of(options, info.queryId());
        this.report = Report.of(options);
        this.registration = UploadOptions.builder()
                .tolerateFailures(true)
                .unitsPerJob(options.number("jobSize", 1_000, 1, 100_000))
                .parallelJobs(options.number("parallelJobs", 4, 1, 64))
                .timeout(Duration.ofSeconds(options.number("jobTimeoutSeconds", 3600, 1, 7 * 24 * 3600)))
                .settleTime(Duration.ofSeconds(options.number("settleSeconds", 600, 0, 24 * 3600)))
                .waitForUndecided(true)
                .build();
    }

    @Override
    Writers batchWriters() {
        return writers(connection, datasetHash, columns, runs.hadoop(), runs.ofBatch());
    }

    @Override
    Writers streamingWriters() {
        return writers(connection, datasetHash, columns, runs.hadoop(), runs.ofStream());
    }

    /** Static, so that nothing else of the driver goes to the executors. */
    private static Writers writers(
            Connection connection,
            String datasetHash,
            InputColumns columns,
            SerializableConfiguration hadoop,
            @Nullable RunPlace place) {
        return epoch -> new FileWriter(
                ExecutorClient.uploads(connection, datasetHash),
                columns,
                hadoop.value(),
                place != null && place.folder(epoch).isSent());
    }

    @Override
    void commit(@Nullable Long epoch, WriterCommitMessage[] messages) throws IOException {
        FileWriter.Sent[] tasks = Arrays.copyOf(messages, messages.length, FileWriter.Sent[].class);
        RefusedRows.check(Arrays.stream(tasks).map(FileWriter.Sent::refused).toList());
        Fingerprint input =
                Arrays.stream(tasks).map(FileWriter.Sent::fingerprint).reduce(Fingerprint.NONE, Fingerprint::and);
        List<SentFile> sent =
                Arrays.stream(tasks).flatMap(task -> task.files().stream()).toList();
        RunPlace place = epoch == null ? runs.ofBatch() : runs.ofStream();
        if (place == null) {
            register(epoch, sent, registration);
            return;
        }
        RunFolder folder = place.folder(epoch);
        if (!folder.isSent()) {
            folder.keep(datasetHash, input, sent);
        }
        register(
                epoch,
                folder.sent(datasetHash, input),
                registration.toBuilder().journal(folder::openJournal).build());
    }

    private void register(@Nullable Long epoch, List<SentFile> sent, UploadOptions options) throws IOException {
        List<StagedFile> staged = sent.stream().map(SentFile::staged).toList();
        StagedUploads uploads = ExecutorClient.uploads(connection, datasetHash);
        UploadReport<UploadedData> result = uploads.register(staged, options);
        for (int i = 0; i < MOST_ATTEMPTS && !result.isComplete() && mayEndBetter(result); i++) {
            result = result.retryFailed();
        }
        if (!result.undecided().isEmpty()) {
            FileOutcome.Undecided first = result.undecided().get(0);
            throw new IOException(
                    "It is not known whether %d of %d files are registered. With \"run\", the same can be run again."
                            .formatted(result.undecided().size(), sent.size()),
                    first.cause());
        }
        List<RefusedEntry> refused = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (result.files().get(i) instanceof FileOutcome.Failed failed) {
                refused.add(new RefusedEntry(
                        null, sent.get(i).title(), failed.cause().details().message(), null));
            }
        }
        report.write(epoch, refused, sent.size());
    }

    /**
     * Whether there is something to look for, or something that the service has only put off; the next attempt then waits as long as it has
     * asked.
     */
    private static boolean mayEndBetter(UploadReport<UploadedData> report) {
        return !report.undecided().isEmpty()
                || report.failed().stream().anyMatch(failed -> failed.cause() instanceof RateLimitExceededException);
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return new CustomMetric[] {new Metrics.FilesSent(), new Metrics.BytesSent(), new Metrics.Repeated()};
    }

    @Override
    public String description() {
        return "files to encord dataset " + datasetHash;
    }
}
