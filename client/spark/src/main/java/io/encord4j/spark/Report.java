package io.encord4j.spark;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the driver tells what the service did not take: a file of a Hadoop file system with one JSON object a line, or a folder with one such
 * file for each epoch of a stream.
 *
 * @param place null if nobody wants to know; then a refused entry fails the writing
 */
record Report(@Nullable String place) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Report of(Options options) {
        return new Report(options.find("report").orElse(null));
    }

    /**
     * Tells what was refused, in place of an earlier report.
     *
     * @param epoch null for a batch
     * @param entries how many there were in all
     * @throws IOException if entries were refused and there is no report, or it cannot be written
     */
    void write(@Nullable Long epoch, List<RefusedEntry> refused, int entries) throws IOException {
        if (place == null) {
            if (!refused.isEmpty()) {
                throw new IOException(
                        ("The service refused %d of %d entries, and the others are registered. The first one is %s."
                                        + " With the option \"report\" refused entries are written to a file instead.")
                                .formatted(refused.size(), entries, refused.get(0)));
            }
            return;
        }
        Path path = epoch == null ? new Path(place) : new Path(place, "epoch-" + epoch + ".json");
        try (SequenceWriter out = MAPPER.writer().withRootValueSeparator("\n").writeValues((OutputStream)
                path.getFileSystem(hadoop()).create(path, true))) {
            for (RefusedEntry entry : refused) {
                out.write(entry);
            }
        } catch (IOException e) {
            throw new IOException("The entries are registered, but the report cannot be written to " + path, e);
        }
    }

    /** Reads a report. */
    static List<RefusedEntry> read(String place) throws IOException {
        Path path = new Path(place);
        FileSystem files = path.getFileSystem(hadoop());
        List<RefusedEntry> entries = new ArrayList<>();
        for (FileStatus file : files.listStatus(path)) {
            try (InputStream stream = files.open(file.getPath());
                    MappingIterator<RefusedEntry> lines =
                            MAPPER.readerFor(RefusedEntry.class).readValues(stream)) {
                lines.forEachRemaining(entries::add);
            }
        }
        return entries;
    }

    private static Configuration hadoop() {
        return SparkSession.active().sparkContext().hadoopConfiguration();
    }
}
