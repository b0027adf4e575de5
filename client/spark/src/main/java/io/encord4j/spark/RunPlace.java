package io.encord4j.spark;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Where a writing keeps what it needs to go on. It travels to the executors.
 *
 * @param journal a folder of a Hadoop file system
 * @param run what the writing is called in it
 * @param hadoop how the file system is reached
 */
record RunPlace(String journal, String run, SerializableConfiguration hadoop) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The folder of an epoch of a stream, or of a batch. */
    RunFolder folder(@Nullable Long epoch) throws IOException {
        Path run = new Path(new Path(journal), this.run);
        return new RunFolder(epoch == null ? run : new Path(run, "epoch-" + epoch), hadoop.value());
    }
}
