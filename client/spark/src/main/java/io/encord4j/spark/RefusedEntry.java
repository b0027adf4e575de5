package io.encord4j.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.encord4j.UnitError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * An object that the service did not take, and why. A report is a file with one such JSON object a line.
 *
 * @param objectUrl the object
 * @param error what the service said, empty if it said nothing
 * @param job the upload job that said it
 */
record RefusedEntry(String objectUrl, String error, String job) {
    static final StructType SCHEMA = new StructType()
            .add("object_url", DataTypes.StringType, false)
            .add("error", DataTypes.StringType, false)
            .add("job", DataTypes.StringType, false);

    private static final JsonMapper MAPPER = new JsonMapper();

    /** One entry for each object of a unit. */
    static List<RefusedEntry> of(UnitError error, String job) {
        return error.objectUrls().stream()
                .map(url -> new RefusedEntry(url, Objects.requireNonNullElse(error.error(), ""), job))
                .toList();
    }

    InternalRow values() {
        return new GenericInternalRow(
                new Object[] {UTF8String.fromString(objectUrl), UTF8String.fromString(error), UTF8String.fromString(job)
                });
    }

    /** Writes a report, in place of an earlier one. */
    static void write(List<RefusedEntry> entries, String file) throws IOException {
        Path path = new Path(file);
        try (OutputStream out = path.getFileSystem(configuration()).create(path, true)) {
            for (RefusedEntry entry : entries) {
                Map<String, String> object = new LinkedHashMap<>();
                object.put("object_url", entry.objectUrl);
                object.put("error", entry.error);
                object.put("job", entry.job);
                out.write((MAPPER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Reads a report. */
    static List<RefusedEntry> read(String file) throws IOException {
        Path path = new Path(file);
        FileSystem files = path.getFileSystem(configuration());
        List<RefusedEntry> entries = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> object = MAPPER.readValue(line, Map.class);
                entries.add(new RefusedEntry(
                        String.valueOf(object.get("object_url")),
                        String.valueOf(object.get("error")),
                        String.valueOf(object.get("job"))));
            }
        }
        return entries;
    }

    private static Configuration configuration() {
        return SparkSession.active().sparkContext().hadoopConfiguration();
    }
}
