package io.encord4j.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.connector.write.streaming.StreamingDataWriterFactory;
import org.apache.spark.sql.connector.write.streaming.StreamingWrite;
import org.jspecify.annotations.Nullable;

/**
 * A writing whose tasks register nothing: only the commit of the driver does. So whatever Spark repeats, speculates or gives up adds nothing.
 */
abstract class DriverWrite implements Write {

    /** Makes the writers of tasks, on the executors. */
    @FunctionalInterface
    interface Writers extends Serializable {
        /**
         * Makes a writer.
         *
         * @param epoch the epoch of a stream; null for a batch
         */
        DataWriter<InternalRow> writer(@Nullable Long epoch) throws IOException;
    }

    abstract Writers batchWriters();

    abstract Writers streamingWriters();

    /** Registers what the tasks hand over. */
    abstract void commit(@Nullable Long epoch, WriterCommitMessage[] messages) throws IOException;

    private static DataWriter<InternalRow> make(Writers writers, @Nullable Long epoch) {
        try {
            return writers.writer(epoch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(@Nullable Long epoch, WriterCommitMessage[] messages) {
        try {
            commit(epoch, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final BatchWrite toBatch() {
        Writers writers = batchWriters();
        return new BatchWrite() {
            @Override
            public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
                return (partition, task) -> make(writers, null);
            }

            @Override
            public void commit(WriterCommitMessage[] messages) {
                register(null, messages);
            }

            @Override
            public void abort(WriterCommitMessage[] messages) {
                // Nothing was asked of the service that anybody could see.
            }
        };
    }

    @Override
    public final StreamingWrite toStreaming() {
        Writers writers = streamingWriters();
        return new StreamingWrite() {
            @Override
            public StreamingDataWriterFactory createStreamingWriterFactory(PhysicalWriteInfo info) {
                return (partition, task, epoch) -> make(writers, epoch);
            }

            @Override
            public void commit(long epoch, WriterCommitMessage[] messages) {
                register(epoch, messages);
            }

            @Override
            public void abort(long epoch, WriterCommitMessage[] messages) {
                // Nothing was asked of the service that anybody could see.
            }
        };
    }
}
