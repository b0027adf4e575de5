package io.encord4j.conformance.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Collects what one suite has shown and writes it to a file of its own when closed, so that suites need not know each other. */
public final class EvidenceFile implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "evidence");

    private final Queue<Note> notes = new ConcurrentLinkedQueue<>();
    private final String suite;

    /** Evidence of a suite; the name appears in the report. */
    public EvidenceFile(String suite) {
        this.suite = suite;
    }

    /** Notes that something was shown for an operation. */
    public void note(Kind kind, String operation, String detail) {
        notes.add(new Note(suite, kind, operation, detail));
    }

    @Override
    public void close() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve(UUID.randomUUID() + ".jsonl"),
                    notes.stream()
                            .distinct()
                            .map(JsonMapper.shared()::writeValueAsString)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence of %s cannot be written.".formatted(suite), e);
        }
    }

    /** All notes of all suites of this build. */
    static List<Note> readAll() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(EvidenceFile::read).toList();
        }
    }

    private static Stream<Note> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> JsonMapper.shared().readValue(line, Note.class));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    /** The kinds of evidence, weakest first. */
    public enum Kind {
        /** A request of an official SDK was judged by the spec. */
        VECTOR,
        /** A scenario called it and got what it should. */
        SCENARIO,
        /** It refused what it should refuse. */
        REFUSAL,
        /** It was called under a fault. */
        FAULT,
        /** Random sequences were compared with a reference model. */
        MODEL,
        /** A part of the spec was seen on the wire; the detail says which. */
        TOUCHED
    }

    /** One thing shown. */
    record Note(String suite, Kind kind, String operation, String detail) {}
}
