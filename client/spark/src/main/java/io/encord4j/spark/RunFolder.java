package io.encord4j.spark;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.encord4j.JournalStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a run keeps on a Hadoop file system: which bytes its tasks have sent, written once and as a whole before anything is registered, and the
 * journal of the registration. Whoever repeats the run goes on from there, and its tasks send nothing.
 */
final class RunFolder {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;
    private final FileSystem files;

    RunFolder(Path folder, Configuration hadoop) throws IOException {
        this.folder = folder;
        this.files = folder.getFileSystem(hadoop);
    }

    /**
     * The first line of the file of what was sent.
     *
     * @param files how many lines follow
     * @param titles the sum over the titles
     */
    private record Header(String dataset, long files, long titles) {}

    /** Whether an earlier attempt has sent everything. */
    boolean isSent() throws IOException {
        return files.exists(sentFiles());
    }

    private Path sentFiles() {
        return new Path(folder, "sent");
    }

    /** Keeps what was sent. If somebody else has done so meanwhile, theirs is kept. */
    void keep(String dataset, Fingerprint fingerprint, List<SentFile> sent) throws IOException {
        Path part = new Path(folder, "sent-" + UUID.randomUUID());
        try (SequenceWriter out = MAPPER.writer().withRootValueSeparator("\n").writeValues((java.io.OutputStream)
                files.create(part, false))) {
            out.write(new Header(dataset, fingerprint.files(), fingerprint.titles()));
            for (SentFile file : sent) {
                out.write(file);
            }
        }
        if (!files.rename(part, sentFiles())) {
            boolean unused = files.delete(part, false);
            if (!isSent()) {
                throw new IOException("The file %s cannot be made. Nothing was registered.".formatted(sentFiles()));
            }
        }
    }

    /**
     * What was sent.
     *
     * @throws IllegalArgumentException if that was another input, or for another dataset
     */
    List<SentFile> sent(String dataset, Fingerprint fingerprint) throws IOException {
        List<SentFile> sent = new ArrayList<>();
        try (InputStream stream = files.open(sentFiles());
                MappingIterator<com.fasterxml.jackson.databind.JsonNode> lines = MAPPER.readerFor(
                                com.fasterxml.jackson.databind.JsonNode.class)
                        .readValues(stream)) {
            Header header = MAPPER.treeToValue(lines.next(), Header.class);
            if (!header.equals(new Header(dataset, fingerprint.files(), fingerprint.titles()))) {
                throw new IllegalArgumentException(
                        ("The run in %s wrote %d files to the dataset %s, and this input has %d files for %s, or other"
                                        + " titles. Nothing was registered. Give another input another \"run\".")
                                .formatted(folder, header.files(), header.dataset(), fingerprint.files(), dataset));
            }
            while (lines.hasNext()) {
                sent.add(MAPPER.treeToValue(lines.next(), SentFile.class));
            }
            if (sent.size() != header.files()) {
                throw new IOException(
                        "The file %s has %d lines instead of %d.".formatted(sentFiles(), sent.size(), header.files()));
            }
        }
        return sent;
    }

    /** Opens the journal of the registration. */
    JournalStore openJournal() {
        try {
            return HadoopJournal.open(files, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in %s cannot be opened".formatted(folder), e);
        }
    }
}
