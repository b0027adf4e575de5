package io.encord4j.spark;

import io.encord4j.JournalStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A journal in numbered files of a folder, since object stores neither append nor show what is not closed. Each saving makes the next file,
 * which must not exist yet. So there is one writer: whoever opens the journal takes the next number before reading, and an earlier writer
 * that is still alive fails at its next saving, before it registers anything.
 */
final class HadoopJournal implements JournalStore {
    private static final String PREFIX = "journal-";

    private final FileSystem files;
    private final Path folder;
    private final List<Path> earlier;
    private final ByteArrayOutputStream unsaved = new ByteArrayOutputStream();
    private long last;

    private HadoopJournal(FileSystem files, Path folder, List<Path> earlier, long last) {
        this.files = files;
        this.folder = folder;
        this.earlier = earlier;
        this.last = last;
    }

    static HadoopJournal open(FileSystem files, Path folder) throws IOException {
        files.mkdirs(folder);
        HadoopJournal journal = new HadoopJournal(files, folder, new ArrayList<>(), 0);
        journal.last = Arrays.stream(
                        files.listStatus(folder, path -> path.getName().startsWith(PREFIX)))
                .map(FileStatus::getPath)
                .mapToLong(path -> Long.parseLong(path.getName().substring(PREFIX.length())))
                .max()
                .orElse(0);
        for (long number = 1; number <= journal.last; number++) {
            journal.earlier.add(journal.file(number));
        }
        journal.save(new byte[0]);
        return journal;
    }

    private Path file(long number) {
        return new Path(folder, "%s%09d".formatted(PREFIX, number));
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public InputStream read() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (Path part : earlier) {
            parts.add(wholeLines(part));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** What a writer has begun and not ended was not saved. */
    private InputStream wholeLines(Path part) throws IOException {
        byte[] bytes;
        try (InputStream stream = files.open(part)) {
            bytes = stream.readAllBytes();
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return new ByteArrayInputStream(bytes, 0, end);
    }

    @Override
    public void truncate(long length) {
        // Whatever was read are whole lines.
    }

    @Override
    public void append(byte[] bytes, int offset, int length) {
        unsaved.write(bytes, offset, length);
    }

    @Override
    public void sync() throws IOException {
        if (unsaved.size() > 0) {
            save(unsaved.toByteArray());
            unsaved.reset();
        }
    }

    private void save(byte[] bytes) throws IOException {
        Path next = file(last + 1);
        try (FSDataOutputStream out = files.create(next, false)) {
            out.write(bytes);
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync();
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "Another driver goes on with this run, since %s exists. This one registers nothing more."
                            .formatted(next),
                    e);
        }
        last++;
    }

    @Override
    public void close() throws IOException {
        sync();
    }
}
