package io.encord4j.fake.internal.dispatch;

import java.io.IOException;
import java.io.InputStream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The body of an API call, as far as it was read. Used by one thread at a time. */
final class ApiBody {

    private static final int COPY_BUFFER = 16 * 1024;

    private final InputStream in;
    private final long limit;
    private final Buffer read = new Buffer();
    private boolean complete;
    private @Nullable ByteString whole;
    private @Nullable String sha256;

    ApiBody(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** More was sent than the server reads of an API call. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLargeException(long limit) {
            super("The body is larger than " + limit + " bytes.");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    boolean isComplete() {
        return complete;
    }

    /** What was read so far. */
    ByteString content() {
        if (!complete) {
            return read.snapshot();
        }
        ByteString known = whole;
        if (known == null) {
            known = read.snapshot();
            whole = known;
        }
        return known;
    }

    /** The hash of the whole body in hex; null while it is not complete. */
    @Nullable
    String sha256() {
        if (complete && sha256 == null) {
            sha256 = content().sha256().hex();
        }
        return sha256;
    }

    /** Reads what has arrived, or waits for it. */
    void readMore() throws IOException {
        readFrom(in, new byte[COPY_BUFFER]);
    }

    /** Reads to the end, with the faults that are due within the body. */
    ByteString readAll(BodyDisturbance faults) throws IOException {
        return readAll(faults.around(in, read.size()));
    }

    /** Reads to the end. */
    ByteString readAll() throws IOException {
        return readAll(in);
    }

    private ByteString readAll(InputStream from) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER];
        do {
            readFrom(from, buffer);
        } while (!complete);
        return content();
    }

    private void readFrom(InputStream from, byte[] buffer) throws IOException {
        int count = from.read(buffer);
        complete = count < 0;
        if (read.size() + count > limit) {
            throw new TooLargeException(limit);
        }
        read.write(buffer, 0, Math.max(0, count));
    }
}
