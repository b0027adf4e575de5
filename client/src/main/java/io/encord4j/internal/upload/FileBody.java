package io.encord4j.internal.upload;

import io.encord4j.FileContent;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.internal.http.LocalFailure;
import io.encord4j.internal.http.WholeBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, read anew for each attempt and never held in memory. */
public final class FileBody extends WholeBody {
    private static final int PIECE = 64 * 1024;

    private final FileContent file;
    private final StorageHeaders headers;
    private final LongConsumer progress;
    private final @Nullable MessageDigest digest;
    private volatile long written = -1;
    private volatile boolean whole;

    /**
     * Makes a body.
     *
     * @param file the bytes
     * @param headers how they are presented
     * @param progress is told how many bytes the connection has taken
     * @param hashed whether somebody will ask for their hash
     */
    public FileBody(FileContent file, StorageHeaders headers, LongConsumer progress, boolean hashed) {
        this.file = file;
        this.headers = headers;
        this.progress = progress;
        this.digest = hashed ? LocalFile.sha256() : null;
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
        written = 0;
        long sent = 0;
        if (digest != null) {
            digest.reset();
        }
        byte[] piece = new byte[(int) Math.min(PIECE, file.size() + 1)];
        try (InputStream stream = open()) {
            for (int read = read(stream, piece); read > 0; read = read(stream, piece)) {
                if (sent + read > file.size()) {
                    throw failure(Problem.CHANGED, null);
                }
                sink.write(piece, 0, read);
                if (digest != null) {
                    digest.update(piece, 0, read);
                }
                sent += read;
                written = sent;
                progress.accept(sent);
            }
        }
        if (sent < file.size() || (file instanceof LocalFile local && !local.isUnchanged())) {
            throw failure(Problem.CHANGED, null);
        }
        // Only what has left this process counts: the storage may have answered before it has read all.
        sink.flush();
        whole = true;
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    /** The SHA-256 of what was written, once; null if nobody wants to know. */
    @Nullable
    String hash() {
        return digest == null ? null : HexFormat.of().formatHex(digest.digest());
    }

    private InputStream open() throws IOException {
        try {
            return file.open();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw failure(Problem.UNREADABLE, e);
        }
    }

    /** Fills the piece unless the file ends before: it becomes one chunk. */
    private int read(InputStream stream, byte[] piece) throws IOException {
        try {
            return stream.readNBytes(piece, 0, piece.length);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw failure(Problem.UNREADABLE, e);
        }
    }

    private LocalFailure failure(Problem problem, @Nullable IOException cause) {
        Path path = file instanceof LocalFile local ? local.path() : Path.of(file.name());
        return new LocalFailure(new InvalidFileException(path, problem, cause));
    }
}
