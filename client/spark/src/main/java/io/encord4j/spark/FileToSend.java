package io.encord4j.spark;

import io.encord4j.DataType;
import io.encord4j.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are sent, as a row of the input describes it.
 *
 * @param title the title of its row
 * @param dataType what it becomes
 * @param source where its bytes are
 */
record FileToSend(String title, DataType dataType, Source source) {
    private static final Map<String, org.apache.spark.sql.types.DataType> TYPES = Map.of(
            "path", DataTypes.StringType,
            "content", DataTypes.BinaryType,
            "title", DataTypes.StringType,
            "kind", DataTypes.StringType,
            // What binaryFile gives besides.
            "modificationtime", DataTypes.TimestampType,
            "length", DataTypes.LongType);
    private static final Set<String> IMAGES = Set.of(
            "png", "jpg", "jpeg", "jpe", "gif", "bmp", "tif", "tiff", "webp", "svg", "heic", "heif", "avif", "jp2");
    private static final Set<String> VIDEOS =
            Set.of("mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ts", "wmv");

    static InputColumns columns(StructType schema) {
        InputColumns columns = InputColumns.of(schema, "Files", TYPES, List.of());
        if (!columns.has("title") && !columns.has("path")) {
            throw new IllegalArgumentException(
                    "The column \"title\" is missing. Without it the column \"path\" tells the title, which is missing"
                            + " too.");
        }
        return columns;
    }

    /**
     * Reads and checks one row.
     *
     * @throws RefusedRow if it makes no sense
     */
    static FileToSend of(InternalRow row, InputColumns columns) {
        String path = columns.text(row, "path");
        String title = columns.has("title") ? columns.demand(row, "title", path == null ? "a row" : path) : null;
        if (title == null && path == null) {
            throw new RefusedRow("A row has neither a title nor a path.");
        }
        byte[] bytes = columns.bytes(row, "content");
        if (bytes == null && path == null) {
            throw new RefusedRow("The row of %s has neither content nor a path.".formatted(title));
        }
        String name = path == null ? String.valueOf(title) : new Path(path).getName();
        return new FileToSend(
                title == null ? name : title,
                dataType(columns.text(row, "kind"), name),
                bytes == null ? inFile(String.valueOf(path)) : inMemory(name, bytes));
    }

    /** Where bytes are. */
    @FunctionalInterface
    interface Source {
        FileContent content(Configuration hadoop) throws IOException;
    }

    private static Source inMemory(String name, byte[] bytes) {
        return hadoop -> new Content(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Source inFile(String path) {
        return hadoop -> {
            Path file = new Path(path);
            FileSystem files = file.getFileSystem(hadoop);
            return new Content(file.getName(), files.getFileStatus(file).getLen(), () -> files.open(file));
        };
    }

    private static DataType dataType(@Nullable String kind, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if ("image".equals(kind) || (kind == null && IMAGES.contains(ending))) {
            return DataType.IMAGE;
        }
        if ("video".equals(kind) || (kind == null && VIDEOS.contains(ending))) {
            return DataType.VIDEO;
        }
        throw new RefusedRow(
                kind == null
                        ? "The name of %s does not tell its kind. Add a column \"kind\" with video or image."
                                .formatted(name)
                        : "The kind \"%s\" of %s is unknown. Kinds are image, video.".formatted(kind, name));
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private record Content(String name, long size, Opening opening) implements FileContent {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }
}
