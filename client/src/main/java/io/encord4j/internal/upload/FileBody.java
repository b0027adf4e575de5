package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.internal.http.LocalFailure;
import io.encord4j.internal.http.WholeBody;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.MediaType;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, read anew for each attempt and never held in memory. */
final class FileBody extends WholeBody {
    private static final long STEP = 64 * 1024;

    private final LocalFile file;
    private final StorageHeaders headers;
    private final ProgressMeter.FileMeter meter;
    private volatile boolean whole;

    FileBody(LocalFile file, StorageHeaders headers, ProgressMeter.FileMeter meter) {
        this.file = file;
        this.headers = headers;
        this.meter = meter;
    }

    @Override
    public @Nullable MediaType contentType() {
        String type = headers.contentType();
        return type == null ? null : MediaType.get(type);
    }

    @Override
    public long contentLength() {
        return headers.withLength() && file.size() > 0 ? file.size() : -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        whole = false;
        long sent = 0;
        try (Source source = open()) {
            for (long read = read(source, sink.getBuffer()); read > 0; read = read(source, sink.getBuffer())) {
                sent += read;
                if (sent > file.size()) {
                    throw failure(Problem.CHANGED, null);
                }
                sink.emitCompleteSegments();
                meter.sent(sent);
            }
        }
        if (sent < file.size() || !file.isUnchanged()) {
            throw failure(Problem.CHANGED, null);
        }
        // Only what has left this process counts: the storage may have answered before it has read all.
        sink.flush();
        whole = true;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    private Source open() throws IOException {
        try {
            return Okio.source(file.path());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw failure(Problem.UNREADABLE, e);
        }
    }

    /** Reads a whole step unless the file ends before: it becomes one chunk, where a read alone would make eight. */
    private long read(Source source, Buffer buffer) throws IOException {
        long total = 0;
        try {
            while (total < STEP) {
                long read = source.read(buffer, STEP - total);
                if (read < 0) {
                    break;
                }
                total += read;
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw failure(Problem.UNREADABLE, e);
        }
        return total;
    }

    private LocalFailure failure(Problem problem, @Nullable IOException cause) {
        return new LocalFailure(new InvalidFileException(file.path(), problem, cause));
    }
}
