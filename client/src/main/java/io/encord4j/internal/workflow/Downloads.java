package io.encord4j.internal.workflow;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.internal.http.LocalFailure;
import io.encord4j.internal.http.OpenAnswer;
import io.encord4j.internal.http.Transport;
import io.encord4j.wire.api.StorageApi;
import java.io.IOException;
import java.nio.file.Path;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Sink;

/** Bytes from signed URLs. */
public final class Downloads {
    private static final long STEP = 64 * 1024;

    private final Transport transport;
    private final StorageApi storage;

    /**
     * Makes downloads.
     *
     * @param transport carries them
     * @param storage calls to signed URLs
     */
    public Downloads(Transport transport, StorageApi storage) {
        this.transport = transport;
        this.storage = storage;
    }

    /** Writes what a URL gives into a file; returns how many bytes that were. */
    public long toFile(String signedUrl, Path file) {
        try (OpenAnswer answer = transport.download(storage.getObject(SignedUrls.ofUser(signedUrl)))) {
            return answer.read(() -> copy(answer.source(), file));
        }
    }

    private static long copy(BufferedSource source, Path file) throws IOException {
        Buffer buffer = new Buffer();
        long total = 0;
        try (Sink sink = open(file)) {
            for (long count = source.read(buffer, STEP); count >= 0; count = source.read(buffer, STEP)) {
                write(sink, buffer, count, file);
                total += count;
            }
        }
        return total;
    }

    private static Sink open(Path file) throws IOException {
        try {
            return Okio.sink(file);
        } catch (IOException e) {
            throw new LocalFailure(new InvalidFileException(file, Problem.NOT_WRITABLE, e));
        }
    }

    private static void write(Sink sink, Buffer buffer, long count, Path file) throws IOException {
        try {
            sink.write(buffer, count);
        } catch (IOException e) {
            throw new LocalFailure(new InvalidFileException(file, Problem.NOT_WRITABLE, e));
        }
    }
}
